import { fieldOf, fieldsOf } from '../document/json-value.ts';
import type { AllowedValue } from '../schemas/allowed-values.ts';
import type { Schemas } from '../schemas/schemas.ts';
import { isAddress, isErrorCode, isProblemType, soundLikeErrors } from '../words/code-values.ts';
import { isCodesSchemaName, isErrorSchemaName } from '../words/property-names.ts';
import type { FoundCodes, Origin } from './found-codes.ts';
import type { SchemaReader } from './read-response.ts';

const nowhere: Origin = { status: undefined, isResponse: false, hasRetryAfter: false };

/** Reads the schemas that are errors, or lists of their codes, by their names, even where no response refers to them. */
export function readNamedSchemas(root: unknown, all: Schemas, read: SchemaReader, codes: FoundCodes): void {
	const places = [
		['#/components/schemas', fieldOf(fieldOf(root, 'components'), 'schemas')],
		['#/definitions', fieldOf(root, 'definitions')],
	] as const;
	for (const [path, schemas] of places) {
		for (const [name, schema] of fieldsOf(schemas)) {
			if (isCodesSchemaName(name)) {
				for (const documented of codesNamed(name, all.values([schema]))) {
					codes.addDocumented(documented, nowhere);
				}
			}
			if (!isErrorSchemaName(name)) continue;
			const reference = { $ref: `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('%', '%25')}` };
			const reading = read(reference, { isError: true, isProblem: false });
			for (const code of reading.codes) codes.addDocumented(code, nowhere);
		}
	}
}

/** Types of problems may be of problems that people have; only `error` in the name leaves no doubt. */
function codesNamed(name: string, documented: readonly AllowedValue[]): readonly AllowedValue[] {
	const values = documented.map(({ value }) => value);
	if (!/err/i.test(name) && !values.some(isAddress) && !soundLikeErrors(values)) return [];
	return documented.filter(({ value }) =>
		isAddress(value) ? isProblemType(value) : isErrorCode(value, 'error', values),
	);
}
