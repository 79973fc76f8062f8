import { describe, it } from 'node:test';
import { checkFixed, compileCsharp } from '../../../../test/support/fixed-csharp.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';

const rateLimited = 'Too many requests: wait as long as Retry-After says';
const expired = 'Token invalid or expired: refresh the token once and repeat the request once.';

describe('missing tests are added as people write C#', () => {
	/** Those whose syntax every compiler of C# 7 knows. */
	const results: string[] = [];

	it('in a chain', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        if (error.Code == "NOT_FOUND")
        {
            Create();
        }
        else if (error.Code == "CONFLICT")
        {
            Again();
        }
+        else if (error.Code == "AUTH_INVALID_TOKEN")
+        {
+            // ${expired}
+        }
+        else if (error.Code == "RATE_LIMITED")
+        {
+            // ${rateLimited}
+        }
        else
        {
            Report(error);
        }
    }
`),
		);
	});
	it('in a chain of calls', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        if (string.Equals(error.Code, "NOT_FOUND", StringComparison.Ordinal))
        {
            Create();
        }
        else if ("CONFLICT".Equals(error.Code))
        {
            Again();
        }
+        else if (string.Equals(error.Code, "AUTH_INVALID_TOKEN", StringComparison.Ordinal))
+        {
+            // ${expired}
+        }
+        else if (string.Equals(error.Code, "RATE_LIMITED", StringComparison.Ordinal))
+        {
+            // ${rateLimited}
+        }
    }
`),
		);
	});
	it('with braces in the line of the test, where the file has them there', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error) {
        if (error.Code == "NOT_FOUND") {
            Create();
        } else if (error.Code == "CONFLICT") {
            Again();
+        } else if (error.Code == "AUTH_INVALID_TOKEN") {
+            // ${expired}
+        } else if (error.Code == "RATE_LIMITED") {
+            // ${rateLimited}
        } else {
            Report(error);
        }
    }
`),
		);
	});
	it('in early returns in a row', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        if (error.Code == "NOT_FOUND")
        {
            Create();
            return;
        }

        if (error.Code == "CONFLICT")
        {
            Again();
            return;
        }
+
+        if (error.Code == "AUTH_INVALID_TOKEN")
+        {
+            // ${expired}
+            return;
+        }
+
+        if (error.Code == "RATE_LIMITED")
+        {
+            // ${rateLimited}
+            return;
+        }

        Report(error);
    }
`),
		);
	});
	it('which compile', { skip: whyNot('csharp') }, () => compileCsharp(results));
});
