import { deprecatedCode } from './deprecated-code/deprecated-code.ts';
import { duplicateBranch } from './duplicate-branch/duplicate-branch.ts';
import { missingRequired } from './missing-required/missing-required.ts';
import { retryAfter } from './retry-after/retry-after.ts';
import type { Rule } from './rule.ts';
import { statusMismatch } from './status-mismatch/status-mismatch.ts';
import { undocumentedStatus } from './undocumented-status/undocumented-status.ts';
import { unknownCode } from './unknown-code/unknown-code.ts';
import { unusedDirective } from './unused-directive/unused-directive.ts';

/** Every rule, in the order of their tables. */
export const rules: readonly Rule[] = [
	missingRequired,
	retryAfter,
	unknownCode,
	duplicateBranch,
	statusMismatch,
	undocumentedStatus,
	deprecatedCode,
	unusedDirective,
];
