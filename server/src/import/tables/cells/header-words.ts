import { headerWords } from './cell-text.ts';

/** What a column, a label or a small heading says of an error. */
export type Role =
	| 'code'
	| 'status'
	| 'title'
	| 'description'
	| 'remedy'
	| 'retry'
	| 'url'
	| 'deprecated'
	| 'since'
	| 'replacedBy'
	| 'field'
	| 'type'
	| 'name';

/** The words by role, as `headerWords` makes them: English, German, French, Spanish. `name` may be a code or a title. */
const phrases: Readonly<Record<Role, string>> = {
	code: `code|codes|error code|error codes|error|errors|error type|error id|error key|error identifier|error constant
		|exception|exceptions|exception type|api error code|api code|reason code|result code|return code|decline code
		|failure code|sub code|subcode|error subcode|error number|error no|slug|constant|enum|enum value|problem type
		|error name|exception name|error slug|internal code|application code|json error code|errorcode|err code
		|fehlercode|fehler|fehlernummer|fehlertyp|fehler code|code d erreur|code erreur|erreur|codigo|codigo de error|type d erreur`,
	status: `status|http|http status|http code|http status code|status code|http response code|http response
		|http response status|http response status code|response status|response status code|response code|response codes
		|statuscode|http error code|http error|http statuscode|http status codes|status codes|suggested http code|http codes
		|http error codes|statut|statut http|code http|code de statut|code de statut http|code d etat|code d etat http|estado
		|estado http|codigo http|codigo de estado|codigo de estado http|http fehlercode|http fehler|httpstatus|code statut`,
	title: `title|summary|short description|error message|message|label|phrase|reason phrase|status text|error text
		|text|response|error string|short name|error message text|example message|sample message|messages|titel|bezeichnung
		|nachricht|meldung|fehlermeldung|titre|message d erreur|titulo|mensaje|mensaje de error|headline|response message`,
	description: `description|descriptions|meaning|explanation|detail|details|cause|causes|possible cause|possible causes
		|common cause|common causes|reason|reasons|possible reason|possible reasons|when|when it happens|when does it happen
		|what it means|definition|comment|comments|note|notes|condition|scenario|overview|information|remarks|why
		|user message|error description|why it happens|when returned|what happened|likely cause|root cause|typical cause
		|usage|context|meaning and cause|when it occurs|what does it mean|beschreibung|bedeutung|ursache|ursachen|erklarung
		|erlauterung|hinweis|grund|signification|explication|raison|descripcion|significado|causa|explicacion|motivo|problem`,
	remedy: `solution|solutions|resolution|resolutions|remedy|fix|how to fix|how to fix it|what to do|what you can do|action
		|actions|recommended action|recommended actions|suggested action|suggested actions|suggestion|recommendation
		|recommendations|troubleshooting|troubleshooting steps|troubleshooting tips|workaround|mitigation|mitigations|how to solve
		|how to resolve|possible solution|possible solutions|next steps|next step|handling|how to handle|recovery|client action
		|corrective action|required action|user action|resolution steps|steps to resolve|what should i do|advice|response action
		|losung|abhilfe|behebung|massnahme|massnahmen|was tun|losungen|empfehlung|resolution du probleme|que faire|correction
		|solucion|resolucion|accion|que hacer|acciones|remedio|action requise|fixes|how to fix this`,
	retry: `retry|retryable|retriable|can retry|should retry|is retryable|retry advice|retry strategy|retry guidance|retries
		|safe to retry|retry behavior|should i retry|retry possible|wiederholbar|wiederholen|erneut versuchen|reessayer
		|nouvelle tentative|reintentar|reintento|reintentable|auto retry`,
	url: `link|links|more info|more information|documentation|docs|doc|reference|references|url|see also|read more|learn more
		|mehr|referenz|dokumentation|lien|enlace|doc url|help`,
	deprecated: 'deprecated|deprecation|veraltet|obsolete|obsoleto|obsoleta|depreciado',
	since:
		'since|added in|introduced|introduced in|available since|since version|seit|ab version|depuis|desde|added|as of',
	replacedBy: 'replaced by|replacement|use instead|superseded by|ersetzt durch|remplace par|reemplazado por',
	field: `field|fields|field name|parameter|parameters|parameter name|param|property|properties|property name|attribute
		|attributes|header|headers|header name|argument|arguments|option|options|variable|column|json path|json field|element
		|feld|eigenschaft|champ|parametre|propriete|campo|parametro|propiedad|event|scope|permission|method|endpoint|path`,
	type: 'type|types|data type|datatype|typ|datentyp|type de donnees|tipo|tipo de dato|value type',
	name: 'name|value|key|id|identifier|nom|nombre|valor|kennung|schlussel|error name or code',
};

const roles: ReadonlyMap<string, Role> = new Map(
	Object.entries(phrases).flatMap(([role, list]) =>
		list.split('|').map((phrase) => [phrase.replace(/\s+/g, ' ').trim(), role as Role] as const),
	),
);

/** Longer headers, by a word in them; the first that fits counts. */
const byWord: readonly (readonly [RegExp, Role])[] = [
	[/\b(?:fields?|parameters?|property|attributes?|headers?)\b/, 'field'],
	[/\bretr(?:y|ies|yable|iable)\b/, 'retry'],
	[
		/\b(?:description|meaning|explanation|causes?|reasons?|beschreibung|bedeutung|ursache|descripcion)\b/,
		'description',
	],
	[
		/\b(?:solutions?|resolutions?|remed(?:y|ies)|fix|mitigations?|actions?|workarounds?|troubleshoot(?:ing)?)\b/,
		'remedy',
	],
	[/\b(?:losung|abhilfe|behebung|solucion)\b/, 'remedy'],
	[/\bhttp\b.*\b(?:status|code)\b|\b(?:status|response) codes?\b/, 'status'],
	[/\berror (?:codes?|types?|names?)\b|\bcodes? d erreur\b|\bcodigos? de error\b/, 'code'],
	[/\b(?:message|messages|nachricht|mensaje)\b/, 'title'],
	[/\bdeprecat(?:ed|ion)\b/, 'deprecated'],
];

/** The role of a header; undefined where it says nothing that is known. */
export function roleOfHeader(header: string): Role | undefined {
	const words = headerWords(header);
	if (words === '') return undefined;
	const exact = roles.get(words) ?? roles.get(words.replace(/^(?:the|der|die|das|le|la|el) /, ''));
	return exact ?? (words.split(' ').length <= 6 ? byWord.find(([pattern]) => pattern.test(words))?.[1] : undefined);
}

/** Whether the words are one of the headers that are known, word for word. */
export function isKnownHeader(header: string): boolean {
	return roles.has(headerWords(header));
}

/** All that is known, for text whose columns have run together; the longest first. */
export const knownHeaders: readonly string[] = [...roles.keys()].toSorted((a, b) => b.length - a.length);
