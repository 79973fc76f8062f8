import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patientPolicy, restartDelay } from './restart-policy.ts';

test('a server that is killed five times in a row is back within two seconds each time', () => {
	const stops: number[] = [];
	for (let time = 0; time < 50_000; time += 10_000) {
		stops.push(time);
		const delay = restartDelay(stops, patientPolicy);
		assert.ok(delay !== undefined && delay <= 2_000, `${delay} ms after ${stops.length} stops`);
	}
});

test('each stop in a row doubles the wait, up to half a minute', () => {
	const delays = Array.from({ length: 9 }, (_, count) => {
		const stops = Array.from({ length: count + 1 }, (_, index) => index);
		return restartDelay(stops, patientPolicy);
	});
	assert.deepEqual(delays, [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600]);
	assert.equal(restartDelay([0, 1, 2], { ...patientPolicy, longestDelay: 250 }), 250);
});

test('a server that cannot be kept up is given up at the tenth stop within three minutes', () => {
	const stops = Array.from({ length: 10 }, (_, index) => index * 10_000);
	assert.equal(restartDelay(stops, patientPolicy), undefined);
	assert.notEqual(restartDelay(stops.slice(0, 9), patientPolicy), undefined);
});

test('what is long past is forgotten', () => {
	const stops = [...Array.from({ length: 9 }, (_, index) => index), 200_000];
	assert.equal(restartDelay(stops, patientPolicy), 100);
});
