export interface Check {
	readonly title: string;
	/** What Node.js runs, in the project's folder. */
	readonly args: readonly string[];
}

/** What must hold of the sources before any test is run. */
export const checks: readonly Check[] = [
	{ title: 'Types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
	{
		title: 'Lint and format',
		args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'],
	},
];
