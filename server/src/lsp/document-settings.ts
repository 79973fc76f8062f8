import { inTime } from '../project/in-time.ts';
import type { ProjectFile } from '../project-file/project-file.ts';
import type { Settings } from '../settings.ts';
import type { FileChoice } from '../settings-by-file.ts';
import type { ClientSettings, SettingsStore } from './settings-store.ts';

/** What counts for a document: what project files say, and on top what the user set in the editor. */
export interface DocumentSettings extends Settings {
	/** What their globs say of the document. */
	readonly choice: FileChoice;
	/** What the user set. */
	readonly client: ClientSettings;
}

export interface DocumentSettingsParts {
	readonly client: SettingsStore;
	readonly folders: () => readonly string[];
	/** Those around a document, the farthest first. Does not reject. */
	readonly projectFiles: (uri: string) => Promise<readonly ProjectFile[]>;
	/** Is told when a project's file was found later than it was asked for. */
	readonly onLate: () => void;
}

/** Milliseconds that an answer waits for project files; a client that never sends them must not keep it for ever. */
const patience = 1_000;

/** Keeps the settings of each document until something changes. Those that say the same are the same object. */
export class DocumentSettingsStore {
	readonly #parts: DocumentSettingsParts;
	readonly #byDocument = new Map<string, Promise<DocumentSettings>>();
	readonly #same = new Map<ClientSettings, Map<string, DocumentSettings>>();

	constructor(parts: DocumentSettingsParts) {
		this.#parts = parts;
	}

	/** What the user set, without what project files say. */
	get client(): SettingsStore {
		return this.#parts.client;
	}

	/** Never rejects. */
	of(uri: string): Promise<DocumentSettings> {
		const known = this.#byDocument.get(uri);
		if (known) return known;
		const reading = this.client.of(uri).then((client) => this.#make(uri, client));
		this.#byDocument.set(uri, reading);
		return reading;
	}

	/** Those of another file, for which the user set the same as for a document. */
	ofOther(uri: string, { client }: DocumentSettings): Promise<DocumentSettings> {
		return this.#make(uri, client);
	}

	/** All settings are asked for again; `given` are the new ones of a client that cannot be asked. */
	change(given: unknown): void {
		this.client.change(given);
		this.#same.clear();
		this.recheck();
	}

	/** Project files may say something else. */
	recheck(): void {
		this.#byDocument.clear();
	}

	forget(uri: string): void {
		this.client.forget(uri);
		this.#byDocument.delete(uri);
	}

	async #make(uri: string, client: ClientSettings): Promise<DocumentSettings> {
		const { folders, projectFiles, onLate } = this.#parts;
		const reading = projectFiles(uri);
		const found = await inTime(reading, patience);
		if (!found) {
			void reading.then((late) => {
				if (late.length === 0) return;
				this.recheck();
				onLate();
			});
		}
		const { settings, choice } = client.settingsOf({ uri, folders: folders(), projectFiles: found ?? [] });
		return this.#known(client, { ...settings, choice, client });
	}

	#known(client: ClientSettings, made: DocumentSettings): DocumentSettings {
		const { client: _client, ...said } = made;
		const key = JSON.stringify(said);
		const ofClient = this.#same.get(client) ?? new Map<string, DocumentSettings>();
		this.#same.set(client, ofClient);
		const known = ofClient.get(key);
		if (known) return known;
		ofClient.set(key, made);
		return made;
	}
}
