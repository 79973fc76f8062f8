import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from './build-suite.ts';
import { downloadDesktop, endMainProcess } from './desktop.ts';
import { installExtension } from './install-extension.ts';
import { packageFile } from './package-extension.ts';
import { temporaryFolder } from './process-end.ts';
import { cacheFolder, projectFolder } from './project.ts';
import { newest, oldest } from './releases.ts';
import type { SuiteReport } from './suite-report.ts';
import { writeSettings } from './user-settings.ts';

const suiteFile = path.join(cacheFolder, 'suite', 'node.cjs');
const timeLimit = 300_000;

/** How VS Code is started, which program by which options. */
interface Start {
	readonly program: string;
	/** The folders of extensions that run as they are there. */
	readonly developmentFolders: string[];
	readonly args: readonly string[];
}

/**
 * Runs the suite of test/vscode/suite inside VS Code's extension host, with the extension as it is in this folder: in
 * desktop VS Code where it can be had, else in VS Code in the browser. Rejects, with what VS Code has printed, where no
 * report is left.
 */
export async function runSuite(): Promise<SuiteReport> {
	const desktop = await downloadDesktop();
	if ('missing' in desktop) {
		console.log(`In VS Code ${newest.version} in the browser; not in desktop VS Code, for ${desktop.missing}.`);
	}
	return runIn(async (folder) => ({
		program: 'program' in desktop ? desktop.program : writeShim(folder),
		developmentFolders: [projectFolder],
		args: [`--extensions-dir=${path.join(folder, 'extensions')}`],
	}));
}

/** Runs the same suite in the oldest VS Code that we promise to run in, with the packaged extension installed. */
export function runSuiteInOldest(): Promise<SuiteReport> {
	return runIn(async (folder) => {
		const extensions = path.join(folder, 'extensions');
		await installExtension(packageFile, extensions, oldest);
		const args = [`--extensions-dir=${extensions}`, `--release=${oldest.version}`];
		return { program: writeShim(folder), developmentFolders: [writeEmptyExtension(folder)], args };
	});
}

/** VS Code runs tests only where an extension is being developed. */
function writeEmptyExtension(folder: string): string {
	const extension = path.join(folder, 'nothing');
	const manifest = {
		name: 'nothing',
		publisher: 'nobody',
		version: '0.0.0',
		engines: { vscode: `^${oldest.version}` },
	};
	mkdirSync(extension);
	writeFileSync(path.join(extension, 'package.json'), JSON.stringify(manifest));
	return extension;
}

async function runIn(prepare: (folder: string) => Promise<Start>): Promise<SuiteReport> {
	await buildSuite('node', suiteFile);
	const run = temporaryFolder();
	try {
		const workspace = path.join(run.path, 'workspace');
		cpSync(path.join(projectFolder, 'test/vscode/workspace'), workspace, { recursive: true });
		const reportFile = path.join(run.path, 'report.json');
		const output = await runVscode(await prepare(run.path), run.path, workspace, reportFile);
		if (!existsSync(reportFile)) throw new Error(`VS Code ended before the tests did.\n\n${output}`);
		return JSON.parse(readFileSync(reportFile, 'utf8')) as SuiteReport;
	} finally {
		run.remove();
	}
}

/** Writes a program that takes VS Code's command line, which @vscode/test-electron runs as if it were VS Code. */
function writeShim(folder: string): string {
	const shim = path.join(import.meta.dirname, 'shim.ts');
	if (process.platform === 'win32') {
		const program = path.join(folder, 'vscode.cmd');
		writeFileSync(program, `@"${process.execPath}" "${shim}" %*\r\n`);
		return program;
	}
	const program = path.join(folder, 'vscode');
	const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
	writeFileSync(program, `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(shim)} "$@"\n`, { mode: 0o755 });
	return program;
}

/** Resolves to what VS Code has printed; its exit code says no more than the report does. */
async function runVscode(start: Start, folder: string, workspace: string, reportFile: string): Promise<string> {
	let output = '';
	const collect = () =>
		new Writable({
			write: (chunk, _encoding, done) => {
				output += chunk;
				done();
			},
		});
	const userFolder = path.join(folder, 'user');
	writeSettings(userFolder);
	const timer = setTimeout(() => {
		output += `VS Code has not ended within ${timeLimit / 1000} s.\n`;
		endMainProcess(userFolder);
	}, timeLimit);
	try {
		await runTests({
			vscodeExecutablePath: start.program,
			extensionDevelopmentPath: start.developmentFolders,
			extensionTestsPath: suiteFile,
			launchArgs: [workspace, `--user-data-dir=${userFolder}`, ...start.args],
			extensionTestsEnv: { SUITE_REPORT: reportFile },
			stdout: collect(),
			stderr: collect(),
		});
	} catch (error) {
		output += `${error}\n`;
	} finally {
		clearTimeout(timer);
	}
	return output;
}
