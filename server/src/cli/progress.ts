import type { StatusLine } from './status-line.ts';

/** Tells a person how far a long run is, in a line that is gone at the end. */
export interface Progress {
	/** What is being done now, and how far it is. */
	at(what: string, done?: number, all?: number): void;
	/** Takes the line away, before something else is written; it comes again by itself. */
	hide(): void;
	/** Takes the line away for good. */
	end(): void;
}

/** Milliseconds before which nobody wonders. */
const patience = 500;
/** Milliseconds between two looks at the line. */
const pace = 100;

/** @param show where the line is shown; nothing happens where it is undefined */
export function progressOn(show: StatusLine | undefined, now: () => number = () => performance.now()): Progress {
	if (!show) return { at: () => undefined, hide: () => undefined, end: () => undefined };
	const start = now();
	let text = '';
	let shown = '';
	let last = start;
	const draw = () => {
		if (now() - start < patience || text === shown) return;
		show(text);
		shown = text;
		last = now();
	};
	// What is done may take long without a word.
	const timer = setInterval(draw, pace);
	timer.unref();
	const hide = () => {
		if (shown !== '') show('');
		shown = '';
	};
	return {
		at(what, done, all) {
			text = all === undefined ? what : `${done ?? 0}/${all} ${what}`;
			if (now() - last >= pace) draw();
		},
		hide,
		end() {
			clearInterval(timer);
			hide();
		},
	};
}
