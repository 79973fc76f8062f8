import { describe, it } from 'node:test';
import { checkFixed, compileCsharp } from '../../../../test/support/fixed-csharp.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';

const rateLimited = 'Too many requests: wait as long as Retry-After says';
const expired = 'Token invalid or expired: refresh the token once and repeat the request once.';

describe('missing cases are added as people write C#', () => {
	/** Those whose syntax every compiler of C# 7 knows. */
	const results: string[] = [];

	it('before the default', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        switch (error.Code)
        {
            case "NOT_FOUND":
                Create();
                break;
            case "CONFLICT":
                Again(); // soon
                break;
+            case "AUTH_INVALID_TOKEN":
+                // ${expired}
+                break;
+            case "RATE_LIMITED":
+                // ${rateLimited}
+                break;
            default:
                Report(error);
                break;
        }
    }
`),
		);
	});
	it('after the last case, with labels that share a body', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        switch (error.Code)
        {
            case "NOT_FOUND":
            case "CONFLICT":
                Create();
                break;
+            case "AUTH_INVALID_TOKEN":
+                // ${expired}
+                break;
+            case "RATE_LIMITED":
+                // ${rateLimited}
+                break;
        }
    }
`),
		);
	});
	it('in braces', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        switch (error.Code)
        {
            case "NOT_FOUND":
                {
                    Create();
                    break;
                }
+            case "AUTH_INVALID_TOKEN":
+                {
+                    // ${expired}
+                    break;
+                }
+            case "RATE_LIMITED":
+                {
+                    // ${rateLimited}
+                    break;
+                }
        }
    }
`),
		);
	});
	it('in braces that stand below their label', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        switch (error.Code)
        {
            case "NOT_FOUND":
            {
                Create();
                break;
            }
+            case "AUTH_INVALID_TOKEN":
+            {
+                // ${expired}
+                break;
+            }
+            case "RATE_LIMITED":
+            {
+                // ${rateLimited}
+                break;
+            }
        }
    }
`),
		);
	});
	it('in braces that stand beside their label', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error) {
        switch (error.Code) {
            case "NOT_FOUND": {
                Create();
                break;
            }
+            case "AUTH_INVALID_TOKEN": {
+                // ${expired}
+                break;
+            }
+            case "RATE_LIMITED": {
+                // ${rateLimited}
+                break;
+            }
        }
    }
`),
		);
	});
	it('by numbers in casts', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        switch (error.StatusCode)
        {
            case (HttpStatusCode)404:
                Create();
                break;
+            case (HttpStatusCode)401:
+                // Unauthorized: refresh once for AUTH_INVALID_TOKEN
+                break;
+            case (HttpStatusCode)429:
+                // Wait as long as Retry-After says, then repeat a few times at most.
+                break;
            default:
                Report(error);
                break;
        }
    }
`),
		);
	});
	it('where values are returned', async () => {
		results.push(
			await checkFixed(`    string F(ApiException error)
    {
        switch (error.Code)
        {
            case "NOT_FOUND":
                return "gone";
+            case "AUTH_INVALID_TOKEN":
+                // ${expired}
+                return "failed";
+            case "RATE_LIMITED":
+                // ${rateLimited}
+                return "failed";
            default:
                return "failed";
        }
    }
`),
		);
	});
	it('in a switch that gives a value', async () => {
		await checkFixed(`    string F(ApiException error) => error.Code switch
    {
        "NOT_FOUND" => "gone",
        "CONFLICT" or "PAYLOAD_TOO_LARGE" => "again",
+        // ${expired}
+        "AUTH_INVALID_TOKEN" => "failed",
+        // ${rateLimited}
+        "RATE_LIMITED" => "failed",
        _ => "failed",
    };
`);
	});
	it('in a switch that gives a value, without a default and a last comma', async () => {
		await checkFixed(`    string F(ApiException error)
    {
        return error.Code switch
        {
            "NOT_FOUND" => "gone",
            "CONFLICT" => "again"«,»
+            // ${expired}
+            "AUTH_INVALID_TOKEN" => throw new InvalidOperationException("AUTH_INVALID_TOKEN"),
+            // ${rateLimited}
+            "RATE_LIMITED" => throw new InvalidOperationException("RATE_LIMITED")
        };
    }
`);
	});
	it('by the names of statuses', async () => {
		results.push(
			await checkFixed(`    void F(ApiException error)
    {
        switch ((int)error.StatusCode)
        {
            case (int)HttpStatusCode.NotFound:
                Create();
                break;
            case (int)HttpStatusCode.Conflict:
                Again();
                break;
+            case (int)HttpStatusCode.Unauthorized:
+                // Unauthorized: refresh once for AUTH_INVALID_TOKEN
+                break;
+            case (int)HttpStatusCode.TooManyRequests:
+                // Wait as long as Retry-After says, then repeat a few times at most.
+                break;
        }
    }
`),
		);
	});
	it('with patterns of properties', async () => {
		await checkFixed(`    string F(ApiException error) => error switch
    {
        { Code: "NOT_FOUND" } => "gone",
+        // ${expired}
+        { Code: "AUTH_INVALID_TOKEN" } => "failed",
+        // ${rateLimited}
+        { Code: "RATE_LIMITED" } => "failed",
        _ => "failed",
    };
`);
	});
	it('which compile', { skip: whyNot('csharp') }, () => compileCsharp(results));
});
