import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';
import { calledName, receiverOf } from '../../../syntax/places/telling-name.ts';
import { callOf, namedAround } from './method-around.ts';

/** A loop that makes the same request again and counts its tries. */
export interface LoopOfTries {
	readonly part: Part;
	/** How many tries there were before, from nothing; undefined where that is not counted. */
	readonly counter: string | undefined;
}

/** What makes the request of one turn another than that of the turn before. */
const moving = /\+=|-=|\*=|<<|\.(?:next|shift|pop|deq|gets|succ|read\w*)\b(?!_)|!\(/;

/** The loop of tries around a statement; undefined where there is none, or each turn has a request of its own. */
export function loopOfTries(
	{ dispatch }: ClientPlace,
	at: Part,
	isRetry: boolean,
	request: Part,
): LoopOfTries | undefined {
	const found = isRetry ? retriedAround(at) : loopAround(at);
	if (!found || request.start < found.part.start || (!isRetry && beginsAnew(at, found.part))) return undefined;
	const { part, given } = found;
	const increments = incrementsIn(part);
	const counted = given === undefined ? ownCounter(increments, part, at) : given.counter;
	// What `retry` begins anew has no place before it for a count.
	if (isRetry && counted === undefined) return undefined;
	const names = [given?.name, ...increments.map(({ name }) => name)].filter((name) => name !== undefined);
	const sent = request.text.slice(0, request.children.find(({ kind }) => kind === 'catch')?.start ?? request.end);
	if (names.some((name) => new RegExp(`\\b${name}\\b`).test(isRetry ? withoutStart(sent) : sent))) return undefined;
	const head = part.text.slice(0, dispatch.part.start - part.start);
	return moving.test(head.replaceAll(/\b[a-z_]\w*\s*\+=\s*1\b/g, '')) ? undefined : { part, counter: counted };
}

interface Found {
	readonly part: Part;
	/** The parameter of its block, and the tries that it says there were. */
	readonly given: { readonly name: string; readonly counter: string | undefined } | undefined;
}

/** Without what begins the count: `tries ||= 0`. */
const withoutStart = (text: string): string => text.replaceAll(/\b[a-z_]\w*\s*\|\|=\s*0\b/g, '');

/** What `retry` begins anew. */
function retriedAround(at: Part): Found | undefined {
	const handler = closest(at, 'catch', 'function');
	return handler?.kind === 'catch' && handler.parent ? { part: handler.parent, given: undefined } : undefined;
}

/** Whether an error that is raised in the loop is rescued there, and the next turn begins: it would not go on. */
function beginsAnew(at: Part, loop: Part): boolean {
	for (const around of partsAround(at)) {
		if (around === loop) return false;
		if (around.kind === 'catch') continue;
		const handlers = around.children.filter(({ kind }) => kind === 'catch');
		if (handlers.some((one) => partsIn(one).some(({ kind }) => kind === 'continue'))) return true;
	}
	return false;
}

/** `loop do`, `3.times do |i|`, `(1..3).each do |i|`, `while true`. */
function loopAround(at: Part): Found | undefined {
	for (const around of partsAround(at)) {
		if (around.kind === 'loop')
			return /^(?:while|until)\b/.test(around.text) ? { part: around, given: undefined } : undefined;
		if (around.kind !== 'function') continue;
		const call = callOf(around);
		if (!call) return undefined;
		const name = childIn(around, 'parameters')?.children[0]?.text;
		const from = firstTurn(call);
		if (from === undefined) return undefined;
		const counter = from === '0' ? name : from === '1' ? `${name} - 1` : undefined;
		return { part: call, given: name === undefined ? undefined : { name, counter } };
	}
	return undefined;
}

/** The number that the first turn of a counting loop is given; empty for one that counts nothing, undefined for others. */
function firstTurn(call: Part): string | undefined {
	const from = receiverOf(call)?.text ?? '';
	switch (calledName(call)) {
		case 'loop':
			return from === '' || from === 'Kernel' ? '' : undefined;
		case 'times':
			return '0';
		case 'upto':
			return /^[01]$/.exec(from)?.[0];
		case 'each':
			return /^\(([01])\.{2,3}[^()]*\)$/.exec(from)?.[1];
		default:
			return undefined;
	}
}

interface Increment {
	readonly name: string;
	readonly part: Part;
}

function incrementsIn(loop: Part): readonly Increment[] {
	return partsIn(loop).flatMap((part) => {
		const name = part.kind === 'assignment' ? /^([a-z_]\w*)\s*\+=\s*1$/.exec(part.text)?.[1] : undefined;
		return name === undefined ? [] : [{ name, part }];
	});
}

/** A variable that is nothing before the loop and counted in one place, which every turn that comes here has passed. */
function ownCounter([counted, ...more]: readonly Increment[], loop: Part, at: Part): string | undefined {
	const around = namedAround(loop);
	if (!counted || more.length > 0 || !around) return undefined;
	const { name, part } = counted;
	const given = partsIn(around).filter((one) => one.kind === 'assignment' && childIn(one, 'left')?.text === name);
	const [first, ...others] = given.filter((one) => one !== part);
	const isBefore = first && (first.start < loop.start || /\|\|=/.test(first.text));
	if (!isBefore || others.length > 0 || childIn(first, 'right')?.text !== '0') return undefined;
	const holds = part.parent !== undefined && [...partsAround(at)].includes(part.parent);
	if (!holds || closest(part, 'function') !== closest(at, 'function')) return undefined;
	return part.start < at.start ? `${name} - 1` : name;
}
