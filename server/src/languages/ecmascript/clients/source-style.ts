import { indentationUnit } from '../../../syntax/text-lines.ts';

/** How a file is written. */
export interface SourceStyle {
	readonly quote: "'" | '"';
	readonly semicolons: boolean;
	/** One level of indentation. */
	readonly unit: string;
	readonly lineBreak: string;
}

/** Statements that stand on a line of their own and have no semicolon. */
const bareStatement =
	/^[\t ]*(?:import\b.*['"]|(?:break|continue|return)|(?:const|let|return|throw|await)\b.*[\w$'"\])])[\t ]*\r?$/gm;

/**
 * How a file is written; what it does not show is as most files are.
 * @param code the text without comments and strings
 */
export function sourceStyle(text: string, code: string): SourceStyle {
	const count = (pattern: RegExp): number => code.match(pattern)?.length ?? 0;
	// An attribute of an element has double quotes whatever the rest of the file has.
	const double = count(/(?<!=)" *"/g);
	const ended = count(/;[\t ]*\r?$/gm);
	const bare = count(bareStatement);
	return {
		quote: double > count(/' *'/g) ? '"' : "'",
		semicolons: ended > 0 ? ended >= bare : bare === 0,
		unit: indentationUnit(code.replace('\uFEFF', '')) ?? '  ',
		lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
	};
}

/**
 * Code as the file would have it.
 * @param code with tabs, single quotes and semicolons
 * @param indentation of all lines but the first
 */
export function styled(code: string, style: SourceStyle, indentation = ''): string {
	return code
		.split('\n')
		.map((line, index) => {
			const tabs = /^\t*/.exec(line)?.[0].length ?? 0;
			const before = index > 0 && line !== '' ? indentation : '';
			return before + style.unit.repeat(tabs) + inStyle(line.slice(tabs), style);
		})
		.join(style.lineBreak);
}

function inStyle(line: string, { quote, semicolons }: SourceStyle): string {
	if (/^\s*(?:\/\*\*|\*)/.test(line)) return line;
	const quoted = quote === "'" ? line : line.replaceAll("'", '"');
	return semicolons ? quoted : quoted.replace(/;$/, '');
}
