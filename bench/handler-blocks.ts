import type { Random } from './random.ts';

/** What a function of the generated client is about. */
export interface Subject {
	/** The function's name; unique in its file. */
	readonly name: string;
	/** The thing it deals with, in the plural: `conversations`. */
	readonly resource: string;
}

const answers: Readonly<Record<string, readonly string[]>> = {
	AUTH_MISSING_TOKEN: ["return { kind: 'signed-out', reason: 'no token was sent' };"],
	AUTH_INVALID_TOKEN: ['await session.refresh();', "return { kind: 'again', after: 0 };"],
	AUTH_EMAIL_NOT_VERIFIED: ['// The mail may still be on its way.', "return { kind: 'refused', reason: 'verify' };"],
	FORBIDDEN: ["return { kind: 'refused', reason: 'forbidden' };"],
	TENANT_NOT_FOUND: ['session.tenant = undefined;', "return { kind: 'gone', what: 'tenant' };"],
	VALIDATION_ERROR: ["return { kind: 'invalid', fields: readFields(error.message) };"],
	NOT_FOUND: ["return { kind: 'gone', what: id };"],
	CONFLICT: ["console.info('Somebody else was faster:', error.message);", "return { kind: 'again', after: 0 };"],
	FILE_TOO_LARGE: ["return { kind: 'invalid', fields: ['file'] };"],
	PLAN_LIMIT_EXCEEDED: ["return { kind: 'refused', reason: 'plan' };"],
	INTERNAL_ERROR: ["return { kind: 'again', after: 2_000 };"],
	RATE_LIMITED: [
		"const wait = Number(response.headers.get('Retry-After') ?? '1');",
		"return { kind: 'again', after: wait * 1_000 };",
	],
};

const statusAnswers: Readonly<Record<number, readonly string[]>> = {
	400: ["return { kind: 'invalid', fields: [] };"],
	401: ['await session.refresh();', "return { kind: 'again', after: 0 };"],
	403: ["return { kind: 'refused', reason: 'forbidden' };"],
	404: ["return { kind: 'gone', what: id };"],
	409: ["return { kind: 'again', after: 0 };"],
	429: answers.RATE_LIMITED ?? [],
	500: ["return { kind: 'again', after: 2_000 };"],
};

const lastResorts: readonly (readonly string[])[] = [
	['console.error(error.code, error.message);', "return { kind: 'failed' };"],
	['throw new ClientFailure(error.code, error.message);'],
];

/** A function that calls the API and looks at the error it may answer with; its lines. */
export function handlerBlock(random: Random, subject: Subject): string[] {
	const decide = random.pick([codeSwitch, codeSwitch, looseSwitch, codeChain, statusSwitch, handlerTable]);
	return [
		`/** Asks the API about one of the ${subject.resource} and says what became of it. */`,
		`export async function ${subject.name}(id: string, session: Session): Promise<Outcome> {`,
		`	const response = await fetch(\`\${baseUrl}/${subject.resource}/\${id}\`, {`,
		`		method: '${random.pick(['GET', 'POST', 'PATCH', 'DELETE'])}',`,
		"		headers: { Authorization: 'Bearer ' + session.token, Accept: 'application/json' },",
		'	});',
		"	if (response.ok) return { kind: 'done', body: await response.json() };",
		...decide(random),
		'}',
	];
}

/** Codes to handle: complete in half of the handlers, without RATE_LIMITED in the others. */
function pickCodes(random: Random): string[] {
	const codes = random.sample(Object.keys(answers), random.integer(3, 6)).filter((code) => code !== 'RATE_LIMITED');
	if (random.chance(0.5)) return codes;
	return [...new Set([...codes, 'AUTH_INVALID_TOKEN', 'RATE_LIMITED'])];
}

function codeSwitch(random: Random): string[] {
	const cases = pickCodes(random).flatMap((code) => branch(`case '${code}':`, answers[code]));
	const end = random.chance(0.7) ? branch('default:', random.pick(lastResorts)) : [];
	return [
		'	const { error } = (await response.json()) as Failure;',
		'	switch (error.code) {',
		...indent(1, [...cases, ...end]),
		'	}',
		...(end.length > 0 ? [] : ["	return { kind: 'failed' };"]),
	];
}

/** As code without types has it: the body is `any`, and each branch breaks. */
function looseSwitch(random: Random): string[] {
	const cases = pickCodes(random).flatMap((code) => [
		`case '${code}':`,
		`	console.warn('${code.toLowerCase().replaceAll('_', ' ')}', body.error.message);`,
		'	break;',
	]);
	return [
		'	const body = await response.json();',
		'	switch (body.error.code) {',
		...indent(2, cases),
		'		default:',
		'			console.error(body.error.code, body.error.message);',
		'	}',
		"	return { kind: 'failed' };",
	];
}

function codeChain(random: Random): string[] {
	const tests = pickCodes(random).flatMap((code, index) => [
		`${index === 0 ? '' : '} else '}if (error.code === '${code}') {`,
		...indent(1, answers[code] ?? []),
	]);
	return [
		'	const { error } = (await response.json()) as Failure;',
		...indent(1, [...tests, '}']),
		...indent(1, random.pick(lastResorts)),
	];
}

function statusSwitch(random: Random): string[] {
	const statuses = random.sample([400, 401, 403, 404, 409, 429, 500], random.integer(3, 5));
	return [
		'	switch (response.status) {',
		...indent(
			1,
			statuses.flatMap((status) => branch(`case ${status}:`, statusAnswers[status])),
		),
		'		default:',
		'			throw new Error(response.statusText);',
		'	}',
	];
}

function handlerTable(random: Random): string[] {
	const rows = pickCodes(random).map((code) => `${code}: (message) => ({ kind: 'refused', reason: message }),`);
	return [
		'	const { error } = (await response.json()) as Failure;',
		'	const table: Record<string, (message: string) => Outcome> = {',
		...indent(2, rows),
		'	};',
		"	const answer = table[error.code] ?? (() => ({ kind: 'failed' }) as const);",
		'	return answer(error.message);',
	];
}

function branch(head: string, body: readonly string[] = []): string[] {
	return body.some((line) => line.startsWith('const '))
		? [`	${head} {`, ...indent(2, body), '	}']
		: [`	${head}`, ...indent(2, body)];
}

function indent(depth: number, lines: readonly string[]): string[] {
	return lines.map((line) => '\t'.repeat(depth) + line);
}
