import type { Subject } from '../handler-blocks.ts';
import type { Random } from '../random.ts';

/** How a function chooses by an error's code, and what is right to say of it. */
export interface Handler {
	readonly shape: 'switch' | 'chain';
	/** Whether the type of the code says which there are. */
	readonly typed: boolean;
	/** Whether a code that must be handled is not: neither has it a branch, nor is the error passed on. */
	readonly isIncomplete: boolean;
}

/** What all but the codes that must be handled are answered with. */
const answers: Readonly<Record<string, string>> = {
	AUTH_MISSING_TOKEN: "return { kind: 'signed-out', reason: 'no token was sent' };",
	AUTH_TOKEN_REVOKED: "return { kind: 'signed-out', reason: 'revoked' };",
	AUTH_EMAIL_NOT_VERIFIED: "return { kind: 'refused', reason: 'verify' };",
	FORBIDDEN: "return { kind: 'refused', reason: 'forbidden' };",
	TENANT_NOT_FOUND: "return { kind: 'gone', what: 'tenant' };",
	VALIDATION_ERROR: "return { kind: 'invalid', fields: readFields(body.error.message) };",
	NOT_FOUND: "return { kind: 'gone', what: id };",
	CONFLICT: "return { kind: 'again', after: 0 };",
	FILE_TOO_LARGE: "return { kind: 'invalid', fields: ['file'] };",
	PLAN_LIMIT_EXCEEDED: "return { kind: 'refused', reason: 'plan' };",
	WIDGET_KEY_INVALID: "return { kind: 'refused', reason: 'key' };",
};

const requiredAnswers: Readonly<Record<string, readonly string[]>> = {
	AUTH_INVALID_TOKEN: ['await session.refresh();', "return { kind: 'again', after: 0 };"],
	RATE_LIMITED: ["return { kind: 'again', after: Number(response.headers.get('Retry-After') ?? '1') * 1_000 };"],
};

/** What comes after the branches: each ends the matter, but the last, which leaves it to the caller. */
const ends = {
	failed: ["return { kind: 'failed' };"],
	passed: ['throw new ClientFailure(body.error.code, body.error.message);'],
};

/**
 * A function that calls the API and chooses by the code of its error.
 * @returns its lines, and the index among them of the one with the head of the switch or the chain
 */
export function handlerFunction(
	random: Random,
	{ name, resource }: Subject,
): Handler & { readonly block: readonly string[]; readonly head: number } {
	const shape = random.chance(0.7) ? 'switch' : 'chain';
	const typed = random.chance(0.5);
	const isComplete = random.chance(0.4);
	const passesOn = !isComplete && random.chance(0.15);
	const body = typed ? '(await response.json()) as Failure' : 'await response.json()';
	const start = [
		`/** Asks the API about one of the ${resource} and says what became of it. */`,
		`export async function ${name}Safely(id: string, session: Session): Promise<Outcome> {`,
		`	const response = await fetch(\`\${baseUrl}/${resource}/\${id}\`, {`,
		`		method: '${random.pick(['GET', 'POST', 'PATCH', 'DELETE'])}',`,
		"		headers: { Authorization: 'Bearer ' + session.token, Accept: 'application/json' },",
		'	});',
		"	if (response.ok) return { kind: 'done', body: await response.json() };",
		`	const body = ${body};`,
	];
	const branches = pickBranches(random, isComplete);
	const end = ends[passesOn ? 'passed' : 'failed'];
	const lines = shape === 'switch' ? asSwitch(random, branches, end) : asChain(branches, end);
	return {
		...{ shape, typed, isIncomplete: !isComplete && !passesOn },
		block: [...start, ...lines, '}'],
		head: start.length,
	};
}

type Branch = readonly [code: string, lines: readonly string[]];

function pickBranches(random: Random, isComplete: boolean): readonly Branch[] {
	const optional = random
		.sample(Object.keys(answers), random.integer(3, 6))
		.map((code): Branch => [code, [answers[code] ?? '']]);
	const required = Object.entries(requiredAnswers);
	return [...optional, ...(isComplete ? required : random.sample(required, random.integer(0, 1)))];
}

/** What is left over is in the default, or comes after the switch where it does not end the function for every code. */
function asSwitch(random: Random, branches: readonly Branch[], end: readonly string[]): readonly string[] {
	const cases = branches.flatMap(([code, lines]) => [`case '${code}':`, ...indent(1, lines)]);
	const hasDefault = end !== ends.failed || random.chance(0.6);
	return [
		'	switch (body.error.code) {',
		...indent(2, [...cases, ...(hasDefault ? ['default:', ...indent(1, end)] : [])]),
		'	}',
		...(hasDefault ? [] : indent(1, end)),
	];
}

function asChain(branches: readonly Branch[], end: readonly string[]): readonly string[] {
	const tests = branches.flatMap(([code, lines], index) => [
		`${index === 0 ? '' : '} else '}if (body.error.code === '${code}') {`,
		...indent(1, lines),
	]);
	return indent(1, [...tests, '}', ...end]);
}

function indent(depth: number, lines: readonly string[]): readonly string[] {
	return lines.map((line) => '\t'.repeat(depth) + line);
}
