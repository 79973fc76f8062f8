import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import quietSettings from './quiet-settings.json' with { type: 'json' };

/** Writes settings that keep VS Code from showing and fetching what has nothing to do with us, where there are none. */
export function writeSettings(userFolder: string, more: Readonly<Record<string, unknown>> = {}): void {
	const file = path.join(userFolder, 'User', 'settings.json');
	if (existsSync(file)) return;
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify({ ...quietSettings, ...more }, undefined, '\t'));
}
