import { readSettings, type Settings } from '../settings.ts';
import { settingsByFile } from '../settings-by-file.ts';

/** What a client says of a document. */
export interface ClientSettings extends Settings {
	/** The settings of a file for which the client says the same, on top of what project files say. */
	readonly settingsOf: ReturnType<typeof settingsByFile>;
}

/** Keeps what the client says of each document until it changes. */
export class SettingsStore {
	readonly #ask: ((uri: string) => Promise<unknown>) | undefined;
	readonly #log: (message: string) => void;
	readonly #byDocument = new Map<string, Promise<ClientSettings>>();
	readonly #read = new Map<string, ClientSettings>();
	#given: unknown;

	/**
	 * @param ask asks the client for the settings of a document; left out where the client cannot be asked
	 * @param given what the client said at its start, for one that cannot be asked
	 */
	constructor(ask: ((uri: string) => Promise<unknown>) | undefined, given: unknown, log: (message: string) => void) {
		this.#ask = ask;
		this.#given = given;
		this.#log = log;
	}

	/** Never rejects: what cannot be had or understood is left at its default, and logged once. */
	of(uri: string): Promise<ClientSettings> {
		const known = this.#byDocument.get(uri);
		if (known) return known;
		const reading = this.#fetch(uri).then((value) => this.#understand(value));
		this.#byDocument.set(uri, reading);
		return reading;
	}

	/** All settings are asked for again; `given` are the new ones of a client that cannot be asked. */
	change(given: unknown): void {
		this.#byDocument.clear();
		this.#read.clear();
		if (!this.#ask) this.#given = given;
	}

	forget(uri: string): void {
		this.#byDocument.delete(uri);
	}

	async #fetch(uri: string): Promise<unknown> {
		if (!this.#ask) return this.#given;
		try {
			return await this.#ask(uri);
		} catch (error) {
			this.#log(`The settings of ${uri} could not be had: ${error instanceof Error ? error.message : error}`);
			return undefined;
		}
	}

	/** Documents of one folder have the same settings, which are read once and so stay the same object. */
	#understand(value: unknown): ClientSettings {
		const key = JSON.stringify(value) ?? '';
		const known = this.#read.get(key);
		if (known) return known;
		const { given, settings, problems } = readSettings(value);
		for (const problem of problems) this.#log(problem);
		const read = { ...settings, settingsOf: settingsByFile(given) };
		this.#read.set(key, read);
		return read;
	}
}
