import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

type Row = readonly [title: string, languageId: string, source: string, warned: readonly string[]];

const both = ['401', '429'];

const rows: readonly Row[] = [
	[
		'a try of what the response becomes',
		'rust',
		`// api-errors: silentchat
fn regions(&self) -> ApiResult<Vec<Region>> {
    let resp = self.get("/regions")?;
    if resp.status() == 404 {
        return Ok(vec![]);
    }
    if resp.status() == 400 {
        return Err(Kind::Gone.into());
    }
    let found = resp.convert::<Regions>()?;
    Ok(found.regions)
}`,
		[],
	],
	[
		'the response as a result with its error',
		'rust',
		`// api-errors: silentchat
fn take(self) -> ApiResult<Room> {
    match self.status() {
        301 | 302 => moved(),
        404 => Err(Kind::Gone.into()),
        _ => self.into_result().and_then(|one| one.read()),
    }
}`,
		[],
	],
	[
		'a switch that says a status in other words',
		'dart',
		`// api-errors: silentchat
void seen(int statusCode) {
  final next = switch (statusCode) {
    502 => Health.down,
    404 => Health.gone,
    >= 200 && < 400 => Health.up,
    _ => null,
  };
  show(next);
}`,
		[],
	],
	[
		'exceptions without new',
		'dart',
		`// api-errors: silentchat
Exception of(int statusCode, String message) {
  return switch (statusCode) {
    404 => GoneException(message, code: statusCode),
    409 => TakenException(message),
    _ => OtherException(message, statusCode: statusCode),
  };
}`,
		[],
	],
	[
		'one status, and success in the rest',
		'kotlin',
		`// api-errors: silentchat
fun next(found: Found) {
    when (found.meta?.statusCode) {
        404 -> toast("gone")
        else -> {
            link(found.map)
        }
    }
}`,
		[],
	],
	[
		'a callback gets a failure',
		'swift',
		`// api-errors: silentchat
func load() {
    send { response in
        switch response.statusCode {
        case 200: completion(.success(response))
        case 404: reload()
        default: completion(.failure(LoadError.other))
        }
    }
}`,
		[],
	],
	[
		'a callback gets a value of errors',
		'swift',
		`// api-errors: silentchat
func load() {
    send { response in
        if response.statusCode == 404 {
            completion(nil, LoadError.gone)
            return
        }
        if response.statusCode == 409 {
            completion(nil, LoadError.taken)
            return
        }
        completion(nil, LoadError.server)
    }
}`,
		[],
	],
	[
		'constants of a type that is known',
		'swift',
		`// api-errors: silentchat
func kind(response: HTTPURLResponse) -> LoadError {
    switch response.statusCode {
    case 404: return .gone
    case 409: return .taken
    default: return .other
    }
}`,
		[],
	],
	[
		'a continuation throws',
		'swift',
		`// api-errors: silentchat
func kind(response: HTTPURLResponse) {
    switch response.statusCode {
    case 404: reload()
    case 409: merge()
    default: continuation.resume(throwing: LoadError.other)
    }
}`,
		[],
	],
	[
		'a promise gets a failure',
		'swift',
		`// api-errors: silentchat
func kind(response: HTTPURLResponse) {
    switch response.statusCode {
    case 404: reload()
    case 409: merge()
    default: promise(.failure(LoadError.other))
    }
}`,
		[],
	],
	[
		'texts beside what is done with success',
		'ruby',
		`# api-errors: silentchat
def draw(response)
  case response.status
  when 200
    tag("img", src: encode(response.body))
  when 400
    "The picture has too many parts."
  when 413
    "The picture is too large."
  else
    "Unknown: #{response.status}."
  end
end`,
		[],
	],
	[
		'classes of errors',
		'ruby',
		`# api-errors: silentchat
def error_for(response)
  case response.status
  when 404 then NotFound
  when 409 then Conflict
  else Error
  end
end`,
		[],
	],
	[
		'a table of makers of errors, and an error for all others',
		'csharp',
		`// api-errors: silentchat
class Link {
    static readonly Dictionary<HttpStatusCode, Func<IResponse, Exception>> _map =
        new Dictionary<HttpStatusCode, Func<IResponse, Exception>>
        {
            { HttpStatusCode.Unauthorized, GetUnauthorized },
            { HttpStatusCode.Forbidden, GetForbidden },
            { HttpStatusCode.NotFound, response => new GoneException(response) },
        };
    static void Look(IResponse response) {
        Func<IResponse, Exception> make;
        if (_map.TryGetValue(response.StatusCode, out make)) {
            throw make(response);
        }
        if ((int)response.StatusCode >= 400) {
            throw new ApiException(response);
        }
    }
    static Exception GetUnauthorized(IResponse r) { return new E1(r); }
    static Exception GetForbidden(IResponse r) { return new E1(r); }
}`,
		[],
	],
	[
		'a result that failed, with its type',
		'csharp',
		`// api-errors: silentchat
class Link {
    Result<Room> Read(HttpResponseMessage response) {
        switch (response.StatusCode) {
            case HttpStatusCode.NotFound: return Reload();
            case HttpStatusCode.Conflict: return Merge();
            default: return Result.Fail<Room>("failed");
        }
    }
}`,
		[],
	],
	[
		'values of the own type',
		'rust',
		`// api-errors: silentchat
impl From<StatusCode> for Kind {
    fn from(status: StatusCode) -> Self {
        match status.as_u16() {
            404 => Self::Gone,
            409 => Self::Taken,
            _ => Self::Other,
        }
    }
}`,
		[],
	],
	[
		'a stream gets an error',
		'dart',
		`// api-errors: silentchat
void onError(Response response) {
    switch (response.statusCode) {
      case 404: reload(); break;
      case 409: merge(); break;
      default: controller.addError(response);
    }
}`,
		[],
	],
	[
		'a completer gets an error',
		'dart',
		`// api-errors: silentchat
void onError(Response response) {
    switch (response.statusCode) {
      case 404: reload(); break;
      case 409: merge(); break;
      default: completer.completeError(StateError('failed'));
    }
}`,
		[],
	],
	[
		'a try of the text alone, which an error has as well',
		'rust',
		`// api-errors: silentchat
fn load(response: Response) -> Result<String, Problem> {
    if response.status() == 404 {
        reload();
    } else if response.status() == 409 {
        merge();
    }
    let text = response.text()?;
    Ok(text)
}`,
		both,
	],
	[
		'an error that is shown',
		'csharp',
		`// api-errors: silentchat
class Link {
    void Read(HttpResponseMessage response) {
        switch (response.StatusCode) {
            case HttpStatusCode.NotFound: Reload(); break;
            case HttpStatusCode.Conflict: Merge(); break;
            default: ShowError("failed"); break;
        }
    }
}`,
		both,
	],
	[
		'one status of an error, of which success is none',
		'kotlin',
		`// api-errors: silentchat
fun next(error: ApiError) {
    when (error.status) {
        404 -> reload()
        else -> link(map)
    }
}`,
		both,
	],
	[
		'a callback that gets what is found',
		'swift',
		`// api-errors: silentchat
func load(response: HTTPURLResponse) {
    switch response.statusCode {
    case 404: reload()
    case 409: merge()
    default: completion(nil, cached)
    }
}`,
		both,
	],
	[
		'texts, and one branch that does something',
		'ruby',
		`# api-errors: silentchat
def draw(response)
  case response.status
  when 200 then tag("img", src: encode(response.body))
  when 400 then shrink(response)
  else "Unknown: it failed."
  end
end`,
		both,
	],
];

describe('what hands an error on, or only says it, as each language has it', () => {
	for (const [title, languageId, source, warned] of rows)
		it(`${title}, in ${languageId}`, async () => assert.deepEqual(await warnedIn(source, languageId), warned));
});
