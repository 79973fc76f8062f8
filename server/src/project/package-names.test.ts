import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { packageManagers } from './manifests/index.ts';

test('the page about manifests names them all', async () => {
	const page = await readFile(new URL('README.md', import.meta.url), 'utf8');
	for (const { name, manifests: names } of packageManagers) {
		const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
		for (const manifest of names) assert.ok(row?.includes(`\`${manifest}\``), `${name}: ${manifest}`);
	}
});

test('a catalog’s name for a package is compared as its package manager does', () => {
	const isPackage = (name: string) => {
		const manager = packageManagers.find((one) => one.name === name);
		return manager?.isPackage ?? ((dependency: string, wanted: string) => dependency === wanted);
	};
	const same: readonly (readonly [string, string, string])[] = [
		['npm', '@acme/client', '@acme/client'],
		['Python', 'Acme_Client', 'acme-client'],
		['Python', 'acme.client', 'acme--client'],
		['Go', 'example.com/acme/client', 'example.com/acme/client'],
		['Go', 'example.com/acme/client/v2', 'example.com/acme/client'],
		['Maven', 'com.acme:client', 'com.acme:client'],
		['NuGet', 'acme.client', 'Acme.Client'],
		['Composer', 'Acme/Client', 'acme/client'],
		['Bundler', 'acme-client', 'acme-client'],
		['Cargo', 'acme_client', 'acme-client'],
	];
	for (const [manager, dependency, name] of same) assert.ok(isPackage(manager)(dependency, name), `${manager} ${name}`);
	const other: readonly (readonly [string, string, string])[] = [
		['npm', 'client', '@acme/client'],
		['npm', '@acme/Client', '@acme/client'],
		['Python', 'acmeclient', 'acme-client'],
		['Go', 'example.com/acme/client2', 'example.com/acme/client'],
		['Maven', 'com.acme:client-core', 'com.acme:client'],
		['Bundler', 'acme_client', 'acme-client'],
	];
	for (const [manager, dependency, name] of other)
		assert.ok(!isPackage(manager)(dependency, name), `${manager} ${name}`);
});
