import type { Command } from '../command.ts';
import { checkCommand } from './check.ts';
import { coverageCommand } from './coverage.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { validateCommand } from './validate.ts';

/** Every command, in the order in which `--help` has them. */
export const commands: readonly Command[] = [
	checkCommand,
	coverageCommand,
	importCommand,
	validateCommand,
	diffCommand,
	exportCommand,
	explainCommand,
];
