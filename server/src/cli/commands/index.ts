import type { Command } from '../command.ts';
import { checkCommand } from './check.ts';
import { coverageCommand } from './coverage.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { listCommand } from './list.ts';
import { printConfigCommand } from './print-config.ts';
import { validateCommand } from './validate.ts';

/** Commands that somebody looks for together. */
export interface CommandGroup {
	readonly title: string;
	readonly commands: readonly Command[];
}

/** Every command, in the order in which `--help` has them. */
export const commandGroups: readonly CommandGroup[] = [
	{ title: 'Check', commands: [checkCommand, coverageCommand] },
	{ title: 'Understand', commands: [explainCommand, listCommand] },
	{ title: 'Catalogs', commands: [importCommand, validateCommand, diffCommand, exportCommand] },
	{ title: 'Set up', commands: [initCommand, printConfigCommand] },
];

export const commands: readonly Command[] = commandGroups.flatMap((group) => group.commands);
