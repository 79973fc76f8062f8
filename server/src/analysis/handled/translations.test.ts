import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

type Row = readonly [title: string, languageId: string, source: string, warned: readonly string[]];

const both = ['401', '429'];

const rows: readonly Row[] = [
	[
		'errors that are given back',
		'go',
		`package chat
// api-errors: silentchat
func kindOf(statusCode int) error {
	switch statusCode {
	case http.StatusNotFound:
		return ErrGone
	case http.StatusForbidden:
		return ErrClosed
	default:
		return nil
	}
}`,
		[],
	],
	[
		'constants that a name is given',
		'java',
		`// api-errors: silentchat
class Result {
	void read(int statusCode) {
		switch (statusCode) {
			case 404:
				kind = Kind.GONE;
				break;
			case 409:
				kind = Kind.TAKEN;
				break;
			default:
				kind = Kind.OTHER;
				log.info("other " + statusCode);
		}
	}
}`,
		[],
	],
	[
		'ifs in a row',
		'python',
		`# api-errors: silentchat
def kind_of(response):
    if response.status_code == 404:
        return Kind.GONE
    if response.status_code == 409:
        return Kind.TAKEN
    return None
`,
		[],
	],
	[
		'one branch does something else',
		'python',
		`# api-errors: silentchat
def kind_of(response):
    if response.status_code == 404:
        return Kind.GONE
    elif response.status_code == 409:
        return merge(response)
    return None
`,
		both,
	],
	[
		'values that are no words for errors',
		'php',
		`<?php // api-errors: silentchat
function room(Response $response) {
	switch ($response->getStatusCode()) {
		case 404:
			return null;
		case 403:
			return [];
		default:
			return [];
	}
}`,
		both,
	],
	[
		'numbers of a news server',
		'python',
		`# api-errors: silentchat
def read(self, response):
    if response.status_code in (281, 381, 480, 482):
        self.finish(response)
    elif response.status_code == 223:
        self.take(response)
    elif response.status_code in (411, 430):
        self.forget(response)
    else:
        print("failed")
`,
		[],
	],
	[
		'a success and one error',
		'go',
		`package chat
// api-errors: silentchat
func load() {
	if response.StatusCode == 200 {
		show(response)
	} else if response.StatusCode == 404 {
		showGone()
	} else {
		log.Print(response)
	}
}`,
		[],
	],
	[
		'a success and two errors',
		'go',
		`package chat
// api-errors: silentchat
func load() {
	if response.StatusCode == 200 {
		show(response)
	} else if response.StatusCode == 404 {
		showGone()
	} else if response.StatusCode == 403 {
		showClosed()
	} else {
		log.Print(response)
	}
}`,
		both,
	],
	[
		'one error, and all others',
		'python',
		`# api-errors: silentchat
def log_in(self, response):
    if response.status_code != 403 and not response.url.startswith(self.login):
        return
    if response.status_code == 403:
        response = self.load(self.login)
    self.send(response)
`,
		[],
	],
];

describe('a choice by status that is none among errors', () => {
	for (const [title, languageId, source, warned] of rows)
		it(title, async () => assert.deepEqual(await warnedIn(source, languageId), warned));
});
