import { type PackageManager, sameBy } from '../manifest.ts';
import { isTable, listedIn, readToml, type TomlTable, tablesAt } from '../read-toml.ts';

export const python: PackageManager = {
	name: 'Python',
	manifests: ['*requirements*.txt', 'requirements/*.txt', 'pyproject.toml', 'Pipfile', 'setup.cfg'],
	dependenciesIn(text, path) {
		if (path.endsWith('.txt')) return text.split('\n').flatMap(inRequirement);
		if (path.endsWith('.cfg')) return inSetup(text);
		return path.endsWith('Pipfile') ? inPipfile(readToml(text)) : inProject(readToml(text));
	},
	/** PEP 503: `Acme.Client`, `acme_client` and `acme-client` are one name. */
	isPackage: sameBy((name) => name.toLowerCase().replaceAll(/[-_.]+/g, '-')),
};

/** A line of a requirements file, or a dependency of PEP 508: `acme-client[http]>=1; python_version > "3.9"`. */
function inRequirement(line: string): readonly string[] {
	const name =
		/^\s*([A-Za-z0-9][\w.-]*)\s*(?:$|[[<>=!~;@(,#])/.exec(line)?.[1] ?? /[#&]egg=([A-Za-z0-9][\w.-]*)/.exec(line)?.[1];
	return name === undefined ? [] : [name];
}

/** PEP 621 and 735, and what Poetry, PDM, uv and Hatch had before or have beside them. */
function inProject(file: TomlTable): readonly string[] {
	const lists = [
		...tablesAt(file, 'project').flatMap((project) => listedIn(project, 'dependencies')),
		...tablesAt(file, 'project', 'optional-dependencies').flatMap((groups) => listedIn(groups, '*')),
		...tablesAt(file, 'dependency-groups').flatMap((groups) => listedIn(groups, '*')),
		...tablesAt(file, 'tool', 'uv').flatMap((uv) => listedIn(uv, 'dev-dependencies')),
		...tablesAt(file, 'tool', 'pdm', 'dev-dependencies').flatMap((groups) => listedIn(groups, '*')),
		...tablesAt(file, 'tool', 'hatch', 'envs', '*').flatMap((env) => [
			...listedIn(env, 'dependencies'),
			...listedIn(env, 'extra-dependencies'),
		]),
	];
	const tables = [
		...tablesAt(file, 'tool', 'poetry', 'dependencies'),
		...tablesAt(file, 'tool', 'poetry', 'dev-dependencies'),
		...tablesAt(file, 'tool', 'poetry', 'group', '*', 'dependencies'),
	];
	return [...lists.flatMap(inRequirement), ...tables.flatMap((table) => [...table.keys()])];
}

/** Every table but those with settings is a group of packages. */
function inPipfile(file: TomlTable): readonly string[] {
	const settings = ['source', 'requires', 'pipenv', 'scripts'];
	return [...file].flatMap(([key, group]) => (isTable(group) && !settings.includes(key) ? [...group.keys()] : []));
}

/** The lists of setuptools' `[options]`, each on its key's line or indented below it. */
function inSetup(text: string): readonly string[] {
	const found: string[] = [];
	let section = '';
	let isList = false;
	for (const line of text.split('\n')) {
		if (/^[#;]/.test(line)) continue;
		const [, named] = /^\[([^\]]*)\]/.exec(line) ?? [];
		const [, key, value] = /^([\w.-]+)\s*[=:](.*)/.exec(line) ?? [];
		if (named !== undefined) [section, isList] = [named.trim(), false];
		else if (key !== undefined)
			isList =
				section === 'options.extras_require' ||
				(section === 'options' && ['install_requires', 'setup_requires', 'tests_require'].includes(key));
		if (isList) found.push(...(value ?? line).split(';').flatMap(inRequirement));
	}
	return found;
}
