import { closestName } from '../../catalog/closest.ts';
import { clipped } from '../../catalog/json-fields.ts';
import { type JsonPath, type Problem, type ProblemFix, removeFix, replaceFix } from '../../catalog/problem.ts';
import { idFrom } from '../../catalog/values.ts';
import { keyOf, withSlash } from '../../project/places.ts';
import { type CatalogGraph, type CatalogNode, layersFrom } from './catalog-graph.ts';
import { isPath, pathBetween, uriAt } from './extended-paths.ts';

/** What is wrong with the catalogs that a file extends: that they are not there, or are on the file itself. */
export function extendsProblems(
	node: CatalogNode,
	graph: CatalogGraph,
	folders: readonly string[] | undefined,
): readonly Problem[] {
	return node.beneath.flatMap((lower, index) => {
		const name = node.layer.extends[index] ?? '';
		const path = placeOf(name, node);
		if (lower === 'cycle') return cycleAt(path, name);
		if (lower !== undefined) return [];
		return isOutside(name, node, folders) ? outsideAt(path, name) : unknownAt(path, name, node, graph);
	});
}

/** Where a name stands: names that are there twice count once, so the place is looked up. */
function placeOf(name: string, { file }: CatalogNode): JsonPath {
	const value = file?.data.value;
	const names: unknown = typeof value === 'object' && value !== null && 'extends' in value ? value.extends : undefined;
	return Array.isArray(names) ? ['extends', names.indexOf(name)] : ['extends'];
}

function cycleAt(path: JsonPath, name: string): readonly Problem[] {
	const message = `${JSON.stringify(clipped(name))} extends this catalog itself, so neither can be on the other.`;
	return [{ path, message, severity: 'error', code: 'extends-cycle', fixes: [removeFix(path, 'Remove')] }];
}

function isOutside(name: string, { layer }: CatalogNode, folders: readonly string[] | undefined): boolean {
	const uri = uriAt(name, layer.source);
	return (
		uri !== undefined &&
		folders !== undefined &&
		!folders.some((folder) => keyOf(uri).startsWith(keyOf(withSlash(folder))))
	);
}

function outsideAt(path: JsonPath, name: string): readonly Problem[] {
	const message = `${JSON.stringify(clipped(name))} leads out of the workspace, where nothing is read.`;
	return [{ path, message, severity: 'error', code: 'extends-outside', fixes: [removeFix(path, 'Remove')] }];
}

function unknownAt(path: JsonPath, name: string, node: CatalogNode, graph: CatalogGraph): readonly Problem[] {
	const near = meantBy(name, node, graph);
	const other = name === node.id ? 'no other' : 'no';
	const what = isPath(name) ? 'no catalog at' : `${other} catalog with the id`;
	const message = `There is ${what} ${JSON.stringify(clipped(name))}.${near ? ` Did you mean "${near}"?` : ''}`;
	const isOnly = path.length === 1 && node.layer.id === undefined;
	const fixes: readonly ProblemFix[] = [
		...(near ? [replaceFix(path, near)] : []),
		...(isOnly && !isPath(name) && idFrom(name) === name
			? [{ title: 'Make it the id of this catalog', edits: [{ path, rename: 'id' }] }]
			: []),
		...(isOnly ? [] : [removeFix(path, 'Remove')]),
	];
	return [{ path, message, severity: 'error', code: 'unknown-extends', fixes }];
}

/** The id or path that was probably meant; a path without `./` is one, too. */
function meantBy(name: string, { file, layer }: CatalogNode, { nodes, builtin }: CatalogGraph): string | undefined {
	const others = nodes.filter((other) => other.file !== file);
	const paths = others.flatMap((other) => pathBetween(layer.source, other.layer.source) ?? []);
	if (!isPath(name) && paths.includes(`./${name}`)) return `./${name}`;
	const ids = new Set([...builtin.keys(), ...others.flatMap(({ id }) => id ?? [])]);
	return closestName(name, isPath(name) ? paths : ids);
}

/** Says where one catalog takes the place of another, which is seldom what somebody wants who has not said so. */
export function sameIdProblems(node: CatalogNode, { nodes, tops, builtin }: CatalogGraph): readonly Problem[] {
	const { id, layer } = node;
	if (id === undefined || layer.id === undefined) return [];
	const top = tops.get(id);
	const isCounted = top !== undefined && isOn(top, node);
	const path = ['id'];
	if (!isCounted && top) {
		const name = nameFrom(node, top);
		const message = `${name} has the id "${id}" too and takes the place of this catalog, which does not count.`;
		return [{ path, message, severity: 'warning', code: 'same-id' }];
	}
	const replaced = nodes.find((other) => other.id === id && !isOn(node, other) && !isOn(other, node));
	const hidden = replaced ?? (isOn(node, builtin.get(id)) ? undefined : builtin.get(id));
	if (!hidden || top !== node) return [];
	const whose = hidden.file ? nameFrom(node, hidden) : 'a catalog that comes with the extension';
	const message = `This takes the place of ${whose}, which has the id "${id}" too. To add to that one, extend it.`;
	const fixes =
		layer.extends.length > 0 ? [] : [{ title: `Extend "${id}"`, edits: [{ path: ['extends'], value: id }] }];
	return [{ path, message, severity: 'information', code: 'same-id', fixes }];
}

/** Whether one is the other, or has it beneath. */
function isOn(node: CatalogNode, other: CatalogNode | undefined): boolean {
	return layersFrom(node).some((lower) => lower === other);
}

function nameFrom(node: CatalogNode, other: CatalogNode): string {
	return pathBetween(node.layer.source, other.layer.source) ?? other.layer.source;
}
