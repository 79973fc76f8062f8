import type { InPlay } from '../../analysis/analysis.ts';

/** The text of a project's file to begin with. @param inUse the APIs that the project uses, with what shows it */
export function newProjectFile(inUse: readonly InPlay[]): string {
	const ids = inUse.map(({ catalog }) => JSON.stringify(catalog.id)).join(', ');
	const reasons = inUse.map(({ catalog, reason }) => `	// ${catalog.id}: ${oneLine(reason)}.\n`).join('');
	return `{
	// What API Error IntelliSense does with this folder and all below it, in editors and on the
	// command line alike. What counts for a file: api-errors print-config FILE
	"$schema": "api-errors:/schemas/project-1.json",

	// The APIs that the project uses, by their ids; those that a manifest or a host shows are found
	// without this.
${reasons}	"apis": [${ids}],

	// Catalogs of your own, beside those in .api-errors: paths of files, and of folders with such files.
	"catalogs": [],

	// How much the findings of a rule weigh: error, warning, information, hint or off.
	"rules": {
		// "retry-after": "warning"
	},

	// Codes that must be handled by name, beside those that each API asks for; "!CODE" need not be.
	"requiredCodes": [],

	// Files that are left alone, and folders with all that is in them.
	"exclude": [],

	// What is said of some files only; the later wins.
	"overrides": [
		// { "files": "legacy/**", "rules": { "missing-required": "information" } }
	]
}
`;
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').slice(0, 200);
}
