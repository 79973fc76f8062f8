import { duplicateBranch } from './duplicate-branch/duplicate-branch.ts';
import { missingRequired } from './missing-required/missing-required.ts';
import type { Rule } from './rule.ts';
import { unknownCode } from './unknown-code/unknown-code.ts';

/** Every rule, in the order of their tables. */
export const rules: readonly Rule[] = [missingRequired, unknownCode, duplicateBranch];
