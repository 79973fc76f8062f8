import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';
import { explainNumber } from '../../analysis/status/status-occurrences.ts';

/** Members of a class, and the integers in them that are HTTP statuses. */
const lines: readonly (readonly [source: string, statuses: readonly number[]])[] = [
	['void F() { if ((int)r.StatusCode == 429) X(); }', [429]],
	['void F() { if (r.StatusCode == (HttpStatusCode)429) X(); }', [429]],
	['void F() { var s = (HttpStatusCode)418; }', [418]],
	['void F() { if (error.StatusCode.Value >= 500) X(); }', [500]],
	['void F() { if (status is 401 or 403) X(); }', [401, 403]],
	['void F() { if (length is 401 or 403) X(); }', []],
	['void F() { if (r is { StatusCode: 404 }) X(); }', [404]],
	['void F() { if (box is { Width: 404 }) X(); }', []],
	[
		'int F() => (int)r.StatusCode switch { 401 => 1, >= 500 and <= 599 => 2, < 300 => 3, _ => 4 };',
		[401, 500, 599, 300],
	],
	['int F() => (status, code) switch { (401, "A") => 1, (429, _) => 2, _ => 3 };', [401, 429]],
	['void F() { switch (response.StatusCode) { case 404: case 410: X(); break; } }', [404, 410]],
	['IActionResult F() => StatusCode(503, error);', [503]],
	['IResult F() => Results.Problem(statusCode: 429);', [429]],
	['IResult F() => Results.Json(body, statusCode: 409);', [409]],
	['[ProducesResponseType(404)] void F() { }', [404]],
	['[ProducesResponseType(typeof(Error), 422)] void F() { }', [422]],
	['[MaxLength(400)] string Name { get; set; }', []],
	['void F() { context.Response.StatusCode = 403; }', [403]],
	['object F() => new ApiError { StatusCode = 404, Width = 400 };', [404]],
	['object F() => new { status = 404, size = 404 };', [404]],
	['void F() { Assert.Equal(404, (int)response.StatusCode); }', [404]],
	['void F() { response.StatusCode.Should().Be(404); }', [404]],
	['void F() { response.StatusCode.ShouldBe(404); }', [404]],
	['void F() { rows.Count.ShouldBe(404); }', []],
	['void F() { rows.Should().HaveCount(404); }', []],
	['void F() { Assert.That((int)response.StatusCode, Is.EqualTo(404)); }', [404]],
	['void F() { Assert.That(rows.Count, Is.EqualTo(404)); }', []],
	['void F() { Assert.AreEqual(404, result.StatusCode); }', [404]],
	['void F() { Assert.Equal(404, rows.Count); }', []],
	['[Theory] [InlineData(404, "gone")] void F(int status, string text) { }', [404]],
	['[TestCase("gone", 404)] void F(string text, int width) { }', []],
	['static readonly int[] RetryStatusCodes = { 408, 429, 503 };', [408, 429, 503]],
	[
		'static readonly HashSet<int> Retried = [408, 429, 503]; bool F() => Retried.Contains((int)r.StatusCode);',
		[408, 429, 503],
	],
	['Dictionary<int, string> messages = new() { [404] = "Not Found", [429] = "Too Many Requests" };', [404, 429]],
	['void F(int statusCode = 500) { }', [500]],
	['const int TooManyRequests = 429;', [429]],
	['class Gone : ApiException { public Gone() : base(410, "gone") { } }', [410]],
	['enum Status { NotFound = 404, Gone = 410, Limited = 429 }', [404, 410, 429]],
	['object F() => ResponseMessageBuilder.Create(201, "Added");', [201]],
	['void F() { test.RespondWith("epic fail", 500).RespondWithJson(body, 400); }', [500, 400]],
	['IActionResult F() => new StatusCodeResult(503);', [503]],
	['IActionResult F() => new ObjectResult(error) { StatusCode = 409 };', [409]],
	['IResult F() => Results.StatusCode(418);', [418]],
	['[SwaggerResponse(404, "Not there")] void F() { }', [404]],
	['void F() { handler.When("*").Respond((HttpStatusCode)422); }', [422]],
	['object F() => new HttpResponseMessage((HttpStatusCode)451);', [451]],
	['void F() { policy.OrResult(r => (int)r.StatusCode == 429); }', [429]],
	['void F() { request.AllowHttpStatus(409, 404); }', [409, 404]],
	['object F() => new ApiException("gone", 410);', [410]],
	['void F() { throw new HttpRequestException("no", null, (HttpStatusCode)404); }', [404]],
	['bool Is(HttpStatusCode code) => (int)code >= 200 && (int)code <= 299;', [200, 299]],
	['void F() { server.Given(x).RespondWith(Response.Create().WithStatusCode(204)); }', [204]],
	['void F() { options.Retry.StatusCodes.Add(429); }', [429]],
	['void F() { builder.Property(e => e.Name).HasMaxLength(200); }', []],
	['void F() { cache.Set("key", value, TimeSpan.FromSeconds(300)); }', []],
	['void F() { for (var i = 0; i < 500; i++) Send(i); }', []],
	['void F() { var x = new Size(404, 300); Task.Delay(500); }', []],
	['void F() { Thread.Sleep(429); var t = TimeSpan.FromMilliseconds(503); }', []],
	['void F() { var b = new byte[404]; var s = text.Substring(0, 200); }', []],
	['void F() { mock.Setup(x => x.Count()).Returns(404); }', []],
];
for (const [source, statuses] of lines)
	test(source, async () => {
		const analysis = await analyzed(`class Sample { ${source} }`, 'csharp');
		const numbers = analysis.blocks.flatMap(({ code }) => code.literals.filter(({ kind }) => kind === 'integer'));
		const found = numbers.filter((literal) => explainNumber(literal, analysis).isStatus).map(({ value }) => value);
		assert.deepEqual(found, statuses);
	});
