import { visible } from './visible.ts';

/** A value as JSON for people and programs, in which signs that terminals obey are escaped too; ends with a line break. */
export function jsonText(value: unknown): string {
	return `${JSON.stringify(value, undefined, 2).replaceAll(/[^\n]+/g, visible)}\n`;
}
