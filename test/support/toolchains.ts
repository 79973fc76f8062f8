import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What is needed to compile or run code that fixes write. */
export interface Toolchain {
	/** What cannot be shown without it. */
	readonly proves: string;
	/** The packages of Debian that bring it. */
	readonly packages: readonly string[];
	/** Whether the machine has it. */
	isThere(): boolean;
}

const runs = (command: string, ...words: readonly string[]): boolean =>
	spawnSync(command, words, { stdio: 'ignore' }).status === 0;

/** Where Python may be: what comes first on the path need not have the packages of the system. */
export const pythons = ['python3', '/usr/bin/python3', '/usr/local/bin/python3'];
const pythonHas = (module: string): boolean =>
	pythons.some((one) => runs(one, '-c', `import ${module}, sys; assert sys.version_info >= (3, 10)`));

/** Where Debian puts OkHttp. */
export const okHttpJar = '/usr/share/java/okhttp.jar';

/** By name, what the tests of generated code use where the machine has it. */
export const toolchains = {
	go: { proves: 'Go', packages: ['golang-go'], isThere: () => runs('go', 'version') },
	java: { proves: 'Java', packages: ['default-jdk-headless'], isThere: () => runs('javac', '-version') },
	okhttp: {
		proves: 'Java with OkHttp',
		packages: ['default-jdk-headless', 'libokhttp-java'],
		isThere: () => existsSync(okHttpJar) && runs('javac', '-version'),
	},
	php: { proves: 'PHP', packages: ['php-cli', 'php-curl'], isThere: () => runs('php', '-r', 'exit(0);') },
	python: { proves: 'Python', packages: ['python3'], isThere: () => pythonHas('urllib.request') },
	requests: { proves: 'Python with requests', packages: ['python3-requests'], isThere: () => pythonHas('requests') },
	httpx: { proves: 'Python with httpx', packages: ['python3-httpx'], isThere: () => pythonHas('httpx') },
	aiohttp: { proves: 'Python with aiohttp', packages: ['python3-aiohttp'], isThere: () => pythonHas('aiohttp') },
} as const satisfies Readonly<Record<string, Toolchain>>;

/** Why generated code cannot be proved here, to be given to `skip`; false where it can. */
export function whyNot(name: keyof typeof toolchains): string | false {
	const { isThere, packages, proves } = toolchains[name];
	return isThere() ? false : `generated ${proves} is not run: on Debian, apt-get install ${packages.join(' ')}`;
}
