import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Arguments, readArguments, usage } from './arguments.ts';
import { type Effort, type Findings, fullEffort, quickEffort } from './measure.ts';
import { measureEditing } from './measure-editing.ts';
import { measurePackage } from './measure-package.ts';
import { measureFirstDiagnostic, measureFirstHover, measureNode } from './measure-start.ts';
import { reportJson, reportText } from './report.ts';
import { ourServer, type ServerCommand, typescriptServer } from './servers.ts';
import { createSetting } from './setting.ts';
import type { Sides } from './sides.ts';

const sizes = [200, 2_000, 10_000];
const root = resolve(import.meta.dirname, '..');

async function main(words: readonly string[]): Promise<void> {
	const chosen = readArguments(words);
	if (chosen.help) {
		process.stdout.write(usage);
		return;
	}
	const bundle = resolve(chosen.server ?? join(root, 'dist', 'server.js'));
	const servers = findServers(chosen, bundle);
	const names = { ours: servers.ours.name, reference: servers.reference.name };
	const findings = await measureAll(servers, bundle, chosen.quick ? quickEffort : fullEffort);
	process.stdout.write(reportText(findings, names));
	if (chosen.json !== undefined) writeFileSync(chosen.json, reportJson(findings, names));
}

function findServers({ noise }: Arguments, bundle: string): Sides<ServerCommand> {
	const reference = typescriptServer();
	return noise
		? { ours: { ...reference, name: 'TypeScript 7, once more' }, reference }
		: { ours: ourServer(bundle), reference };
}

async function measureAll(servers: Sides<ServerCommand>, bundle: string, effort: Effort): Promise<Findings> {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'api-errors-bench-')));
	try {
		const parts: Findings[] = [];
		for (const lines of sizes) {
			const setting = createSetting(folder, lines, servers, effort);
			tell(`${lines} lines: start`);
			parts.push({ measures: [await measureFirstDiagnostic(setting), await measureFirstHover(setting)], remarks: [] });
			tell(`${lines} lines: hovers, edits, completions, memory`);
			parts.push(await measureEditing(setting));
		}
		tell('package');
		parts.push(measurePackage(root, bundle));
		parts.push({ measures: [await measureNode(effort.starts)], remarks: [] });
		return {
			measures: parts.flatMap((part) => part.measures),
			remarks: parts.flatMap((part) => part.remarks),
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Progress, beside the report. */
function tell(what: string): void {
	process.stderr.write(`${what} …\n`);
}

try {
	await main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
