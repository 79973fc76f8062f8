import { handlerBlock, type Subject } from './handler-blocks.ts';
import { createRandom, type Random } from './random.ts';
import { declarationBlock, functionBlock } from './unrelated-blocks.ts';

/** The text of a TypeScript module that calls the API. */
export interface Source {
	/** Ends in a line end; lines end in LF. */
	readonly text: string;
	readonly functions: number;
	/** How many of the functions look at the API's errors. */
	readonly handlers: number;
}

const head = `/** The address of the API, without the slash at its end. */
const baseUrl = 'https://api.silentchat.de/v1';

type FailureCode =
	| 'AUTH_MISSING_TOKEN' | 'AUTH_INVALID_TOKEN' | 'AUTH_TOKEN_REVOKED' | 'AUTH_INVALID_CREDENTIALS'
	| 'AUTH_EMAIL_NOT_VERIFIED' | 'FORBIDDEN' | 'TENANT_REQUIRED' | 'TENANT_NOT_FOUND' | 'VALIDATION_ERROR'
	| 'NOT_FOUND' | 'CONFLICT' | 'RATE_LIMITED' | 'WIDGET_KEY_INVALID' | 'WIDGET_DOMAIN_NOT_ALLOWED'
	| 'FILE_TOO_LARGE' | 'PLAN_LIMIT_EXCEEDED' | 'INTERNAL_ERROR';

interface Failure {
	readonly error: { readonly code: FailureCode; readonly message: string; readonly status: number };
}

interface Session {
	readonly token: string;
	tenant: string | undefined;
	refresh(): Promise<void>;
}

interface Row {
	readonly id: string;
	readonly title?: string;
	readonly owner?: string;
	readonly createdAt?: string;
}

type Outcome =
	| { readonly kind: 'done'; readonly body: unknown }
	| { readonly kind: 'again'; readonly after: number }
	| { readonly kind: 'gone'; readonly what: string }
	| { readonly kind: 'invalid'; readonly fields: readonly string[] }
	| { readonly kind: 'refused' | 'signed-out'; readonly reason: string }
	| { readonly kind: 'failed' };

class ClientFailure extends Error {
	readonly code: FailureCode;

	constructor(code: FailureCode, message: string) {
		super(message);
		this.code = code;
	}
}

function readFields(message: string): string[] {
	return [...message.matchAll(/'(\\w+)'/g)].map((match) => match[1] ?? '');
}
`;

const verbs = ['load', 'create', 'update', 'remove', 'archive', 'assign', 'send', 'upload', 'rename', 'mute'];
const resources = [
	'conversations',
	'messages',
	'contacts',
	'agents',
	'widgets',
	'tags',
	'webhooks',
	'files',
	'visitors',
];

/**
 * A client module of about `lines` lines (at most one function more), always the same for the same seed. It type-checks
 * under `strict`, and a third of its functions look at the API's errors: about half of these never handle RATE_LIMITED.
 */
export function generateSource(lines: number, seed = 1): Source {
	const random = createRandom(seed);
	const written = head.trimEnd().split('\n');
	let functions = 0;
	let handlers = 0;

	for (let number = 1; written.length < lines; number++) {
		const subject = pickSubject(random, number);
		written.push('');
		if (random.chance(0.2)) {
			written.push(...declarationBlock(random, subject));
			continue;
		}
		const handles = functions % 3 === 0;
		written.push(...(handles ? handlerBlock : functionBlock)(random, subject));
		functions++;
		if (handles) handlers++;
	}
	return { text: `${written.join('\n')}\n`, functions, handlers };
}

function pickSubject(random: Random, number: number): Subject {
	const resource = random.pick(resources);
	const name = random.pick(verbs) + resource.charAt(0).toUpperCase() + resource.slice(1) + number;
	return { name, resource };
}
