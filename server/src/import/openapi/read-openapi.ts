import { readDataText } from '../../catalogs/text/data-text.ts';
import type { DraftEntry, ImportReading, ImportSource } from '../draft.ts';
import { agreedEnvelope, type Vote } from './bodies/envelope.ts';
import { foundCodes } from './codes/found-codes.ts';
import { generalHolders, listedErrors } from './codes/listed-errors.ts';
import { readNamedSchemas } from './codes/named-schemas.ts';
import { type ResponseReading, readErrorResponse, schemaReader } from './codes/read-response.ts';
import { aboutApi } from './document/about-api.ts';
import { errorsOnPage } from './document/described-errors.ts';
import { fieldOf, fieldsOf, textOf } from './document/json-value.ts';
import { type References, referencesIn } from './document/references.ts';
import { bodiesOf, type DocumentedResponse, documentedOperations, hasExternalExample } from './document/responses.ts';
import { documentedStatuses } from './document/statuses.ts';
import { schemasIn } from './schemas/schemas.ts';

/** Reads a description of OpenAPI 3.0 or 3.1, or of Swagger 2, in JSON or YAML. */
export function readOpenApi({ text, fileName }: ImportSource): ImportReading {
	const { value: root, faults } = readDataText(text, fileName);
	const [fault] = faults;
	const broken = fault ? [`The text is broken, so only a part of it may have been read: ${fault.message}`] : [];
	if (!isDescription(root)) {
		return { draft: { entries: [] }, notes: [...broken, 'This is no description of OpenAPI or Swagger.'] };
	}
	const { draft, notes } = readDescription(root);
	return { draft, notes: [...broken, ...notes] };
}

function isDescription(root: unknown): boolean {
	return ['openapi', 'swagger'].some((key) => /^[23]\b/.test(String(fieldOf(root, key) ?? '')));
}

/** @param root the whole document, as a value */
export function readDescription(root: unknown): ImportReading {
	const references = referencesIn(root);
	const schemas = schemasIn(references);
	const operations = documentedOperations(root, references);
	const spare = spareResponses(root, operations.responses, references);
	const votes: Vote[] = [];
	const codes = foundCodes();
	const reading: ResponseReading = { references, readSchema: schemaReader(schemas), codes, votes };
	for (const documented of operations.responses) readErrorResponse(documented, reading);
	for (const documented of spare) readErrorResponse(documented, { ...reading, votes: [] });
	for (const holder of [...generalHolders(root), ...operations.holders]) {
		for (const entry of listedErrors(holder, undefined)) codes.addListed(entry);
	}
	for (const entry of errorsOnPage(textOf(fieldOf(fieldOf(root, 'info'), 'description')))) codes.addListed(entry);
	readNamedSchemas(root, schemas, reading.readSchema, codes);

	const entries = codes.entries();
	const statuses = documentedStatuses(operations.responses);
	const { notes: aboutNotes, ...about } = aboutApi(root);
	const envelope = agreedEnvelope(votes);
	return {
		draft: { ...about, ...(envelope && { envelope }), entries: [...entries, ...statuses.entries] },
		notes: [
			...notesOn(entries, statuses.entries),
			...[...statuses.notes, ...operations.notes, ...aboutNotes],
			...noteOnExamples(operations.responses, references),
			...references.notes(),
			...(codes.ranOver() ? [`Only the first ${entries.length} codes were taken.`] : []),
			...(schemas.ranOut() ? ['The schemas refer to each other so often that not all of them were read.'] : []),
		],
	};
}

/** The responses that stand ready for operations, but that none has: nothing tells of their statuses. */
function spareResponses(
	root: unknown,
	used: readonly DocumentedResponse[],
	references: References,
): readonly DocumentedResponse[] {
	const known = new Set(used.map(({ response }) => response));
	const ready = [fieldOf(fieldOf(root, 'components'), 'responses'), fieldOf(root, 'responses')].flatMap(fieldsOf);
	return ready.flatMap(([, value]) => {
		const response = references.objectOf(value);
		if (!response || known.has(response)) return [];
		const description = textOf(fieldOf(response, 'description'));
		return [{ response, description, status: undefined, operations: 0, isError: false }];
	});
}

function notesOn(codes: readonly DraftEntry[], statuses: readonly DraftEntry[]): readonly string[] {
	if (codes.length + statuses.length === 0) return ['This description names no errors.'];
	if (codes.length === 0) return ['This description has no error codes, only statuses.'];
	const open = codes.filter(({ status }) => status === undefined).length;
	return open > 0 ? [`Codes that cannot be tied to one status, and so have none: ${open} of ${codes.length}.`] : [];
}

function noteOnExamples(responses: readonly DocumentedResponse[], references: References): readonly string[] {
	const elsewhere = responses.some(({ response }) =>
		bodiesOf(response, references).some(({ holder }) => hasExternalExample(holder, references)),
	);
	return elsewhere ? ['Examples that stand at other addresses (“externalValue”) were not read.'] : [];
}
