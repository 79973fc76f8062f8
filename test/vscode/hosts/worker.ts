import 'mocha/mocha.js';
import type Mocha from 'mocha';
import vscode from 'vscode';
import type { SuiteReport } from '../../../scripts/vscode/suite-report.ts';
import { runTests } from './run-tests.ts';

/** What Mocha's bundle for browsers leaves. */
declare const self: { readonly Mocha: typeof Mocha };

/** Runs the suite in the extension host that is a web worker; the report goes to where the extension came from. */
export function runInWorker(load: () => Promise<unknown>): Promise<void> {
	return runTests({ Mocha: self.Mocha, load, tell });
}

async function tell(report: SuiteReport): Promise<void> {
	const extension = vscode.extensions.getExtension('api-error-intellisense.api-error-intellisense');
	if (!extension) throw new Error('The extension is not there.');
	const address = extension.extensionUri.with({ path: '/report' }).toString(true);
	const { ok, status } = await fetch(address, { method: 'POST', body: JSON.stringify(report) });
	if (!ok) throw new Error(`${address} answers with ${status}`);
}
