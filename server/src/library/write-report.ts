import { describedRules } from '../cli/described-rules.ts';
import { reportFormats as formats } from '../cli/reports/index.ts';
import { plain } from '../cli/reports/style.ts';
import { rules as allRules } from '../rules/index.ts';
import { version } from '../version.ts';
import type * as library from './library.d.ts';
import { ownHost } from './surroundings.ts';

export const reportFormats: typeof library.reportFormats = formats.map(({ name, summary }) => ({ name, summary }));

export const rules: typeof library.rules = allRules.map(({ name, summary, severity }) => ({ name, summary, severity }));

export const writeReport: typeof library.writeReport = async ({ files, problems }, name) => {
	const format = formats.find((one) => one.name === name);
	if (!format) {
		const names = formats.map((one) => one.name).join(', ');
		throw new TypeError(`There is no format “${name}”; there are ${names}.`);
	}
	const described = await describedRules(ownHost(), format);
	return format.write({ files, problems, rules: described, version }, plain);
};
