import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

type Row = readonly [title: string, source: string, warned: readonly string[]];

const both = ['401', '429'];

function check(languageId: string, comment: string, rows: readonly Row[]): void {
	describe(`what hands an error on in ${languageId}`, () => {
		for (const [title, source, warned] of rows)
			it(title, async () =>
				assert.deepEqual(await warnedIn(`${comment} api-errors: silentchat\n${source}`, languageId), warned),
			);
	});
}

check('go', '//', [
	[
		'the error that was asked for its type',
		`package chat
func load() Problems {
	room, err := get()
	if err != nil {
		if known, ok := errors.AsType[*APIError](err); ok {
			if known.Response.StatusCode == 404 {
				return nil
			}
			if known.Response.StatusCode == 409 {
				return merge()
			}
		}
		return problemsOf(err)
	}
	return show(room)
}`,
		[],
	],
	[
		'a result with a name',
		`package chat
func load() (room Room, err error) {
	room, err = get()
	if err != nil {
		if known, ok := err.(*APIError); ok {
			switch known.StatusCode {
			case 404:
				err = ErrGone
			case 400:
				log.Print(known)
				err = ErrGone
			}
		}
		return
	}
	return
}`,
		[],
	],
	[
		'an error that is made of the status',
		`package chat
func problemOf(response *http.Response) error {
	problem := Problem{}
	switch response.StatusCode {
	case 404:
		problem = Problem{Status: response.StatusCode, Kind: Gone}
	case 409:
		problem = Problem{Status: response.StatusCode, Kind: Taken}
	default:
		problem = Problem{Status: response.StatusCode, Kind: Other}
	}
	return problem
}`,
		[],
	],
	[
		'an error that is made after the tests',
		`package chat
func check(response *http.Response) error {
	switch response.StatusCode {
	case 200, 201:
		return nil
	case 404:
		return missing(response)
	}
	errorResponse := &Answer{Response: response}
	errorResponse.read()
	return errorResponse
}`,
		[],
	],
	[
		'something else that is made of it',
		`package chat
func problemOf(response *http.Response) error {
	switch response.StatusCode {
	case 404:
		forget()
	case 409:
		merge()
	default:
		last := Entry{Status: response.StatusCode}
		store(last)
	}
	return nil
}`,
		both,
	],
]);

check('php', '<?php //', [
	[
		'an error that is made of the status',
		`class Problem {
	static function from(int $statusCode, string $text): self {
		return match ($statusCode) {
			404 => new Gone($text),
			409 => new Taken($text),
			default => new static($statusCode, $text),
		};
	}
}`,
		[],
	],
	[
		'something else that is made',
		`class Chat {
	static function from(int $statusCode, string $text): Chat {
		return match ($statusCode) {
			404 => self::fresh($text),
			409 => self::merged($text),
			default => new static($text),
		};
	}
}`,
		both,
	],
]);

check('python', '#', [
	[
		'an answer that says whether it is one',
		`def remove(self, url):
    response = self.session.delete(url)
    if response.status_code == 403:
        return self.refuse()
    if response.status_code == 404:
        return self.forget(url)
    return response.ok
`,
		[],
	],
	[
		'another answer',
		`def remove(self, url):
    response = self.session.delete(url)
    if response.status_code == 403:
        return self.refuse()
    if response.status_code == 404:
        return self.forget(url)
    return self.ok
`,
		both,
	],
]);
