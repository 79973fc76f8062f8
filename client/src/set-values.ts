/** A setting as the editor has it: by where it was set, and what counts of it. */
export interface InspectedSetting {
	/** Fields whose names begin with `default` are not the user's. */
	readonly places: object | undefined;
	readonly value: unknown;
}

/**
 * The settings that the user set anywhere, in the shape in which the server reads them: `rules.retry-after` is
 * `{ rules: { 'retry-after': … } }`. The defaults are left out, so that they do not outweigh what a project says.
 * @param names as the manifest has them, without the section
 */
export function setValues(names: readonly string[], inspect: (name: string) => InspectedSetting): object {
	const values: Record<string, unknown> = {};
	const groups: Record<string, Record<string, unknown>> = {};
	for (const name of names) {
		const { places = {}, value } = inspect(name);
		if (!isSet(places) || value === undefined) continue;
		const [group = '', field] = name.split('.', 2);
		if (field === undefined) values[group] = value;
		else groups[group] = { ...groups[group], [field]: value };
	}
	return { ...values, ...groups };
}

function isSet(places: object): boolean {
	return Object.entries(places).some(([place, value]) => /^(?!default).*Value$/.test(place) && value !== undefined);
}
