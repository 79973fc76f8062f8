// Stands in for `node:assert/strict` where there is no Node.js: the assertions that the suite uses, as strict.

type Message = string | undefined;

class AssertionError extends Error {
	override readonly name = 'AssertionError';
}

function assert(value: unknown, message?: string): asserts value {
	if (!value) throw new AssertionError(message ?? `${shown(value)} is not truthy`);
}

function equal(actual: unknown, expected: unknown, message?: Message): void {
	assert(Object.is(actual, expected), message ?? `${shown(actual)} is not ${shown(expected)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: Message): void {
	assert(!Object.is(actual, expected), message ?? `${shown(actual)} is what it must not be`);
}

function deepEqual(actual: unknown, expected: unknown, message?: Message): void {
	assert(isDeeplyEqual(actual, expected), message ?? `${shown(actual)} is not deeply equal to ${shown(expected)}`);
}

function match(text: string, pattern: RegExp, message?: Message): void {
	assert(typeof text === 'string' && pattern.test(text), message ?? `${shown(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: Message): void {
	assert(typeof text === 'string' && !pattern.test(text), message ?? `${shown(text)} matches ${pattern}`);
}

async function rejects(
	given: Promise<unknown> | (() => Promise<unknown>),
	expected?: RegExp,
	message?: Message,
): Promise<void> {
	const error = await (typeof given === 'function' ? given() : given).then(
		() => new AssertionError(message ?? 'what should have been rejected was not'),
		(reason: unknown) => reason,
	);
	if (error instanceof AssertionError) throw error;
	if (expected) match(`${error}`, expected, message);
}

function fail(message = 'Failed'): never {
	throw new AssertionError(message);
}

/** Of plain values, arrays and objects; of anything else, only what is the same. */
function isDeeplyEqual(one: unknown, other: unknown): boolean {
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
		return Object.is(one, other);
	}
	if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
	if (!isPlain(one)) return one === other;
	const [keys, others] = [Object.keys(one), Object.keys(other)];
	const propertyOf = (object: object, key: string): unknown => Reflect.get(object, key);
	return (
		keys.length === others.length &&
		keys.every((key) => Object.hasOwn(other, key) && isDeeplyEqual(propertyOf(one, key), propertyOf(other, key)))
	);
}

function isPlain(value: object): boolean {
	return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function shown(value: unknown): string {
	return typeof value === 'string' || (typeof value === 'object' && value !== null)
		? JSON.stringify(value)
		: String(value);
}

export default Object.assign(assert, {
	ok: assert,
	equal,
	notEqual,
	strictEqual: equal,
	notStrictEqual: notEqual,
	deepEqual,
	deepStrictEqual: deepEqual,
	match,
	doesNotMatch,
	rejects,
	fail,
});
