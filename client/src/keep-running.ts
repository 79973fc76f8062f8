import type { Disposable, LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { patientPolicy, restartDelay } from './restart-policy.ts';

export interface KeepRunning extends Disposable {
	readonly errorHandler: ErrorHandler;
	/** Ends a wait for the next start; false where none was under way. */
	startNow(): boolean;
}

/**
 * Starts a server that stopped by itself again, a little later each time, and says so in the log only.
 * @param giveUp called once the server stopped too often to go on
 */
export function keepRunning(log: LogOutputChannel, giveUp: () => void): KeepRunning {
	let stops: readonly number[] = [];
	let endWait: (() => void) | undefined;

	const errorHandler: ErrorHandler = {
		error(error) {
			log.warn(`The connection to the server failed: ${error.message}`);
			return { action: ErrorAction.Continue, handled: true };
		},
		async closed() {
			stops = [...stops, Date.now()];
			const delay = restartDelay(stops, patientPolicy);
			if (delay === undefined) {
				stops = [];
				giveUp();
				return { action: CloseAction.DoNotRestart, handled: true, message: 'The server stopped too often.' };
			}
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, delay);
				endWait = () => {
					clearTimeout(timer);
					resolve();
				};
			});
			endWait = undefined;
			return { action: CloseAction.Restart, handled: true, message: 'The server stopped; it is started again.' };
		},
	};

	return {
		errorHandler,
		startNow() {
			endWait?.();
			return endWait !== undefined;
		},
		dispose: () => endWait?.(),
	};
}
