import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { functionText } from '../../server/src/languages/ecmascript/clients/added-function.ts';
import { retryAfterMs } from '../../server/src/languages/ecmascript/clients/retry-after-code.ts';

// A form of the date has no time zone; where the machine's is that of all dates, a mistake would not show.
process.env.TZ = 'Asia/Kolkata';

type RetryAfterMs = (value: unknown, attempt: number) => number | undefined;

/** What is waited longer at most, so that not all come back at once. */
const jitter = 250;

/** The times that are tested lie on whole seconds, as HTTP has them. */
const later = (seconds: number): Date => new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000);
const long = (date: Date): string => date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });

function forms(date: Date): readonly string[] {
	const [weekday = '', day = '', month = '', year = '', time = ''] = date.toUTCString().split(' ');
	return [
		date.toUTCString(),
		`${long(date)}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
		`${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`,
	];
}

describe('The function that reads Retry-After in a user’s file', () => {
	let read: RetryAfterMs;
	before(async () => {
		const code = functionText(retryAfterMs, 'retryAfterMs', 'none', 'export function ');
		({ retryAfterMs: read } = await import(`data:text/javascript,${encodeURIComponent(code)}`));
	});

	function isBetween(value: unknown, attempt: number, least: number, most = least + jitter): void {
		const wait = read(value, attempt);
		assert.ok(wait !== undefined && wait > least && wait <= most, `${String(value)}: ${wait}`);
	}

	it('takes seconds', () => {
		for (const [value, seconds] of [
			['0', 0],
			['1', 1],
			['60', 60],
			[' 5 ', 5],
			['007', 7],
			[30, 30],
			[['8'], 8],
		] as const) {
			isBetween(value, 0, seconds * 1000);
		}
	});

	it('takes the three forms of a date', () => {
		for (const seconds of [5, 30, 58]) {
			const date = later(seconds);
			// A little time goes by between the two clocks.
			for (const form of forms(date))
				isBetween(form, 0, date.getTime() - Date.now() - 50, date.getTime() - Date.now() + 50 + jitter);
		}
	});

	it('does not wait for a time that is over', () => {
		for (const form of forms(later(-3600))) isBetween(form, 0, 0);
	});

	it('gives up where more than a minute is asked for', () => {
		for (const value of ['61', '3600', '9'.repeat(20), '9'.repeat(400), ...forms(later(120))]) {
			assert.equal(read(value, 0), undefined, value);
		}
	});

	it('waits by itself, longer each time, for all else', () => {
		const rubbish: readonly unknown[] = [
			undefined,
			null,
			'',
			' ',
			'soon',
			'-5',
			'+5',
			'1.5',
			'1e3',
			'0x10',
			'10, 20',
			['5', '6'],
			'NaN',
			'Infinity',
			'٣',
			'2030-01-01',
			'2030-01-01T00:00:00Z',
			'01/02/2030',
			'Sun, 99 Foo 2030 08:49:37 GMT',
			'tomorrow',
			'1 Jan',
			{},
		];
		for (const value of rubbish) {
			isBetween(value, 0, 1000);
			isBetween(value, 1, 2000);
		}
	});

	it('tries three times', () => {
		for (const value of ['1', undefined, later(5).toUTCString()]) assert.equal(read(value, 2), undefined);
		assert.equal(read('1', 99), undefined);
	});

	it('does not repeat where something else than a number was handed in', () => {
		for (const attempt of [Number.NaN, {}, 'x', undefined]) assert.equal(read('1', attempt as number), undefined);
	});

	it('comes back at different times', () => {
		const waits = new Set(Array.from({ length: 20 }, () => read('1', 0)));
		assert.ok(waits.size > 10);
		assert.ok(Math.min(...[...waits].map(Number)) >= 1000);
	});
});
