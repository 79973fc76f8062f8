import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';
import { explainNumber } from '../../analysis/status/status-occurrences.ts';

/** Lines of code, and the integers in them that are HTTP statuses. */
const lines: readonly (readonly [source: string, statuses: readonly number[]])[] = [
	['head 404', [404]],
	['head(404)', [404]],
	['render json: x, status: 422', [422]],
	['redirect_to root_url, status: 303', [303]],
	['expect(response.status).to eq(404)', [404]],
	['expect(response).to have_http_status(403)', [403]],
	['expect(order.total).to eq(404)', []],
	['assert_response 200', [200]],
	['assert_equal 201, response.status', [201]],
	['assert_equal 201, rows.length', []],
	['response.status.must_equal 200', [200]],
	['_(last_response.status).must_equal 200', [200]],
	['res[0].must_equal 200', [200]],
	['rows[0].must_equal 200', []],
	['case res.status; when 401, 403 then x; end', [401, 403]],
	['case res.code; when 400..499 then x; end', [400, 499]],
	['case size; when 400..499 then x; end', []],
	['x if (500..599).cover?(response.status)', [500, 599]],
	['x if response.code.to_i.between?(200, 299)', [200, 299]],
	['x if [401, 403].include?(res.code.to_i)', [401, 403]],
	['def call(env) = [404, { "content-type" => "text/plain" }, []]', [404]],
	['def call(env)\n  log\n  [200, {}, [body]]\nend', [200]],
	['app = ->(env) { [503, {}, []] }', [503]],
	['status, headers, body = 404, {}, []', [404]],
	["error!('no', 403)", [403]],
	['expect(last_response.status).to be 404', [404]],
	['expect(rows.size).to be 404', []],
	['def f\n  return ["Not authorized", 401]\nend', [401]],
	['def f\n  return ["width", 200]\nend', []],
	['let(:response_status) { 422 }', [422]],
	['OK_STATUSES = (200..299)', [200, 299]],
	['halt 403', [403]],
	['halt 403, "no"', [403]],
	['error 409 do\n  "no"\nend', [409]],
	['stub_request(:get, url).to_return(status: 500, body: "")', [500]],
	['Rack::Response.new("no", 404).finish', [404]],
	['def not_found = ApiError.new(404, "gone")', [404]],
	['TEXTS = { 404 => "Not Found", 429 => "Too Many Requests" }', [404, 429]],
	['OK_STATUSES = [200] << 204', [200, 204]],
	['sleep 429', []],
	['sleep(500)', []],
	['validates :name, length: { maximum: 500 }', []],
	['create_table :x do |t|\n  t.string :y, limit: 200\nend', []],
	['add_column :x, :y, :string, limit: 500', []],
	['x = 1024 * 500', []],
	['exit 200', []],
	['rand(100..500)', []],
	['post.update(width: 404, height: 500)', []],
];

describe('statuses in Ruby', () => {
	for (const [source, statuses] of lines)
		it(source, async () => {
			const analysis = await analyzed(source, 'ruby');
			const numbers = analysis.blocks.flatMap(({ code }) => code.literals.filter(({ kind }) => kind === 'integer'));
			const found = numbers.filter((literal) => explainNumber(literal, analysis).isStatus).map(({ value }) => value);
			assert.deepEqual(found, statuses);
		});
});

/** Lines of code, and the statuses that names and symbols in them stand for. */
const named: readonly (readonly [source: string, statuses: readonly number[]])[] = [
	['render json: x, status: :not_found', [404]],
	['head :unauthorized', [401]],
	['expect(response).to have_http_status(:too_many_requests)', [429]],
	['assert_response :forbidden', [403]],
	['redirect_to root_url, status: :see_other', [303]],
	['case response\nwhen Net::HTTPNotFound then x\nwhen Net::HTTPTooManyRequests then y\nend', [404, 429]],
	['validates :code, presence: { message: :not_found }', []],
	['raise_event(:conflict)', []],
	['translate :not_found', []],
];

describe('names of statuses in Ruby', () => {
	for (const [source, statuses] of named)
		it(source, async () => {
			const { occurrences } = await occurrencesOf(source);
			assert.deepEqual(occurrences, statuses);
		});
});

async function occurrencesOf(source: string): Promise<{ readonly occurrences: readonly (string | number)[] }> {
	const { blocks } = await analyzed(source, 'ruby');
	const found = blocks.flatMap(({ occurrences }) => occurrences.filter(({ kind }) => kind === 'status'));
	return { occurrences: found.map(({ value }) => value) };
}
