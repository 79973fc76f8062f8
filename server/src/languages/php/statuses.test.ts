import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';
import { explainNumber } from '../../analysis/status/status-occurrences.ts';

/** Lines of code, and the integers in them that are HTTP statuses. */
const lines: readonly (readonly [source: string, statuses: readonly number[]])[] = [
	['http_response_code(404);', [404]],
	['return response()->json($x, 422);', [422]],
	['abort_if(!$ok, 403);', [403]],
	["abort(404, 'gone');", [404]],
	['if ($response->getStatusCode() === 429) {}', [429]],
	['if (200 !== (int) wp_remote_retrieve_response_code($response)) {}', [200]],
	['if (in_array($response->getStatusCode(), [204, 304], true)) {}', [204, 304]],
	['if (in_array($id, [404, 503], true)) {}', []],
	['$r->assertStatus(201);', [201]],
	['self::assertResponseStatusCodeSame(200);', [200]],
	['$this->assertSame(404, $response->getStatusCode());', [404]],
	['$this->assertSame(404, $order->total);', []],
	["$x = substr($s, 0, 200); $t->string('a', 191);", []],
	["return new WP_Error('no', 'No.', array('status' => 404));", [404]],
	["$response = new Response('', 404);", [404]],
	["$response = new Size('', 404);", []],
	['$response->setStatusCode(304);', [304]],
	['return $response->withStatus(500);', [500]],
	["#[Route('/x', status: 301)] function f() {}", [301]],
	['match ($response->status()) { 401, 403 => a(), default => b() };', [401, 403]],
	['match ($size) { 401, 403 => a(), default => b() };', []],
	['final class AuthException extends Exception { static function of() { return new static("no", 401); } }', [401]],
	['class GoneException extends Exception { protected int $code = 410; }', [410]],
	['class Gone { protected int $code = 410; }', []],
	["const TEXTS = [404 => 'Not Found', 409 => 'Conflict'];", [404, 409]],
	['enum Status: int { case NotFound = 404; case Slow = 429; }', [404, 429]],
	['usleep(500); sleep(200); $width = 404;', []],
	['curl_setopt($c, CURLOPT_TIMEOUT, 300);', []],
];

describe('statuses in PHP', () => {
	for (const [source, statuses] of lines)
		it(source, async () => {
			const analysis = await analyzed(`<?php ${source}`, 'php');
			const numbers = analysis.blocks.flatMap(({ code }) => code.literals.filter(({ kind }) => kind === 'integer'));
			const found = numbers.filter((literal) => explainNumber(literal, analysis).isStatus).map(({ value }) => value);
			assert.deepEqual(found, statuses);
		});
});

/** Lines of code, and the statuses that names and texts in them stand for. */
const named: readonly (readonly [source: string, statuses: readonly number[]])[] = [
	["switch ($e->getResponse()?->getStatusCode()) { case '404': break; }", [404]],
	['return new JsonResponse($x, Response::HTTP_NOT_FOUND);', [404]],
	['if ($r->getStatusCode() === StatusCodeInterface::STATUS_TOO_MANY_REQUESTS) {}', [429]],
	['if ($r->status() === \\Symfony\\Component\\HttpFoundation\\Response::HTTP_CONFLICT) {}', [409]],
	['match ($e->getCode()) { HttpStatus::NotFound->value => 1, default => 2 };', [404]],
	['if ($order->status === Order::STATUS_ACCEPTED) {}', []],
];

describe('names of statuses in PHP', () => {
	for (const [source, statuses] of named)
		it(source, async () => {
			const { blocks } = await analyzed(`<?php ${source}`, 'php');
			assert.deepEqual(
				blocks.flatMap(({ occurrences }) => occurrences.map(({ value }) => Number(value))),
				statuses,
			);
		});
});
