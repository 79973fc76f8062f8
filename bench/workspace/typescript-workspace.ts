import { createRandom, type Random } from '../random.ts';
import { functionBlock, shapeBlock } from '../unrelated-blocks.ts';
import { type Handler, handlerFunction } from './handler-function.ts';

/** A file of the workspace: its path from the workspace's folder, with slashes, and its text. */
export interface WorkspaceFile {
	readonly path: string;
	readonly text: string;
}

/** Code that chooses by an error's code, and what is right to say of it. */
export interface Dispatch extends Handler {
	readonly path: string;
	/** Of its head, such as `switch (error.code) {`; counted from 1. */
	readonly line: number;
}

export interface TypescriptWorkspace {
	readonly files: readonly WorkspaceFile[];
	readonly lines: number;
	/** One in each file that handles errors. */
	readonly dispatches: readonly Dispatch[];
}

export interface WorkspaceSize {
	readonly files: number;
	readonly linesOfFile: number;
	/** 0 to 1: of the files, those that handle errors. */
	readonly handling: number;
}

export const fullSize: WorkspaceSize = { files: 2_000, linesOfFile: 192, handling: 0.36 };

const verbs = ['load', 'create', 'update', 'remove', 'archive', 'assign', 'send', 'upload', 'rename', 'mute'];
const resources = ['conversations', 'messages', 'contacts', 'widgets', 'tags', 'webhooks', 'files', 'visitors'];

/** A workspace in TypeScript that type-checks under `strict`, always the same for the same seed. */
export function generateWorkspace(size: WorkspaceSize, seed = 1): TypescriptWorkspace {
	const random = createRandom(seed);
	const files: WorkspaceFile[] = [...shared];
	const dispatches: Dispatch[] = [];
	for (let number = 1; number <= size.files - shared.length; number++) {
		const path = `src/part${Math.ceil(number / 50)}/module${number}.ts`;
		// Spread evenly, and exactly as many as there should be.
		const handles = Math.floor(number * size.handling) > Math.floor((number - 1) * size.handling);
		const { text, dispatch } = moduleText(random, size.linesOfFile, handles);
		files.push({ path, text });
		if (dispatch) dispatches.push({ path, ...dispatch });
	}
	const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
	return { files: [...files, ...configuration], lines, dispatches };
}

function moduleText(
	random: Random,
	lines: number,
	handles: boolean,
): { readonly text: string; readonly dispatch?: Omit<Dispatch, 'path'> } {
	const written = [handles ? handlingHead : otherHead];
	const place = handles ? random.integer(2, 8) : undefined;
	let dispatch: Omit<Dispatch, 'path'> | undefined;
	for (let number = 1; written.length < lines; number++) {
		const subject = pickSubject(random, number);
		written.push('');
		if (number !== place) {
			written.push(...(random.chance(0.2) ? shapeBlock : functionBlock)(random, subject));
			continue;
		}
		const { block, head, ...handler } = handlerFunction(random, subject);
		dispatch = { ...handler, line: written.length + head + 1 };
		written.push(...block);
	}
	return { text: `${written.join('\n')}\n`, ...(dispatch && { dispatch }) };
}

function pickSubject(random: Random, number: number) {
	const resource = random.pick(resources);
	return { name: random.pick(verbs) + resource.charAt(0).toUpperCase() + resource.slice(1) + number, resource };
}

const otherHead = "import { baseUrl, type Row, type Session } from '../model';";
const handlingHead =
	"import { baseUrl, ClientFailure, type Failure, type Outcome, readFields, type Row, type Session } from '../api';";

/** What is told of the data that modules pass around. */
const model = `/** The address of the gateway, without the slash at its end. */
export const baseUrl = 'https://gateway.example/v1';

export interface Session {
	readonly token: string;
	tenant: string | undefined;
	refresh(): Promise<void>;
}

export interface Row {
	readonly id: string;
	readonly title?: string;
	readonly owner?: string;
	readonly createdAt?: string;
}
`;

const api = `export type { Row, Session } from './model';

/** The address of the API, without the slash at its end. */
export const baseUrl = 'https://api.silentchat.de/v1';

export type FailureCode =
	| 'AUTH_MISSING_TOKEN' | 'AUTH_INVALID_TOKEN' | 'AUTH_TOKEN_REVOKED' | 'AUTH_INVALID_CREDENTIALS'
	| 'AUTH_EMAIL_NOT_VERIFIED' | 'FORBIDDEN' | 'TENANT_REQUIRED' | 'TENANT_NOT_FOUND' | 'VALIDATION_ERROR'
	| 'NOT_FOUND' | 'CONFLICT' | 'RATE_LIMITED' | 'WIDGET_KEY_INVALID' | 'WIDGET_DOMAIN_NOT_ALLOWED'
	| 'FILE_TOO_LARGE' | 'PLAN_LIMIT_EXCEEDED' | 'INTERNAL_ERROR';

export interface Failure {
	readonly error: { readonly code: FailureCode; readonly message: string; readonly status: number };
}

export type Outcome =
	| { readonly kind: 'done'; readonly body: unknown }
	| { readonly kind: 'again'; readonly after: number }
	| { readonly kind: 'gone'; readonly what: string }
	| { readonly kind: 'invalid'; readonly fields: readonly string[] }
	| { readonly kind: 'refused' | 'signed-out'; readonly reason: string }
	| { readonly kind: 'failed' };

export class ClientFailure extends Error {
	readonly code: string;

	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}

export function readFields(message: string): string[] {
	return [...message.matchAll(/'(\\w+)'/g)].map((match) => match[1] ?? '');
}
`;

const shared: readonly WorkspaceFile[] = [
	{ path: 'src/model.ts', text: model },
	{ path: 'src/api.ts', text: api },
];

const compilerOptions = {
	target: 'es2023',
	module: 'preserve',
	lib: ['es2023', 'dom', 'dom.iterable'],
	types: [],
	strict: true,
	noEmit: true,
};

const configuration: readonly WorkspaceFile[] = [
	{ path: 'package.json', text: `${JSON.stringify({ private: true, type: 'module' })}\n` },
	{ path: 'tsconfig.json', text: `${JSON.stringify({ compilerOptions, include: ['src'] }, undefined, '\t')}\n` },
];
