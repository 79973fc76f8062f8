import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

const both = ['AUTH_INVALID_TOKEN', 'RATE_LIMITED'];

/** Packages and what is done with them, and what is still to be handled. */
const setUps: readonly (readonly [module: string, statement: string, missing: readonly string[]])[] = [
	['net/http', 'client := http.Client{}', both],
	['github.com/hashicorp/go-retryablehttp', 'client := retryablehttp.NewClient()', ['AUTH_INVALID_TOKEN']],
	[
		'github.com/cenkalti/backoff/v4',
		'err = backoff.Retry(send, backoff.NewExponentialBackOff())',
		['AUTH_INVALID_TOKEN'],
	],
	['github.com/avast/retry-go/v4', 'err = retry.Do(send)', ['AUTH_INVALID_TOKEN']],
	['github.com/go-resty/resty/v2', 'client := resty.New().SetRetryCount(3)', ['AUTH_INVALID_TOKEN']],
	['github.com/go-resty/resty/v2', 'client := resty.New().SetRetryCount(0)', both],
	['golang.org/x/oauth2', 'client := oauth2.NewClient(ctx, source)', ['RATE_LIMITED']],
	['golang.org/x/oauth2', 'token := oauth2.Token{}', both],
];
for (const [module, statement, missing] of setUps)
	test(`${module}: ${statement}`, async () => {
		const body = `\t${statement}\n\tswitch apiErr.Code {\n\tcase "NOT_FOUND":\n\t\ta()\n\tcase "CONFLICT":\n\t\tb()\n\t}\n`;
		const text = `// api-errors: silentchat\npackage p\n\nimport "${module}"\n\nfunc f() {\n${body}}\n`;
		assert.deepEqual([...(await warnedIn(text, 'go'))].sort(), missing);
	});
