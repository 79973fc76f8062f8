import assert from 'node:assert/strict';
import { it } from 'node:test';
import { importedNames } from './imported-names.ts';

const rows: readonly (readonly [string, readonly string[]])[] = [
	["import axios from 'axios';", ['axios = default of axios']],
	[
		'import axios, { type AxiosError, isAxiosError as is } from "axios"',
		['axios = default of axios', 'AxiosError = AxiosError of axios', 'is = isAxiosError of axios'],
	],
	["import * as http from 'node:http';", ['http = * of node:http']],
	["import type { Got } from 'got';", ['Got = Got of got']],
	[
		"import {\n\trequest,\n\tfetch as send,\n} from 'undici';",
		['request = request of undici', 'send = fetch of undici'],
	],
	["import 'axios';", []],
	["const http = require('http'), x = 1;", ['http = * of http']],
	["const { request: ask, Pool } = require('undici')", ['ask = request of undici', 'Pool = Pool of undici']],
	["const got = (await import('got')).default;", ['got = * of got']],
	["import http = require('http');", ['http = * of http']],
	["// import axios from 'axios'\nconst text = \"import ky from 'ky'\";", []],
];

for (const [source, names] of rows) {
	it(source, () => {
		const found = importedNames(source).map(({ local, imported, module }) => `${local} = ${imported} of ${module}`);
		assert.deepEqual(found, names);
	});
}
