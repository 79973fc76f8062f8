import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What is needed to compile or run code that fixes write, or to try the server in other editors. */
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
const pythons = ['python3', '/usr/bin/python3', '/usr/local/bin/python3'];

/** A Python that has a module; undefined where the machine has none. */
export function pythonWith(module: string): string | undefined {
	const question = `import importlib.util, sys; sys.exit(sys.version_info < (3, 10) or not importlib.util.find_spec("${module}"))`;
	return pythons.find((one) => runs(one, '-c', question));
}

const pythonHas = (module: string): boolean => pythonWith(module) !== undefined;

/** Whether a file is where PHP looks for what is included, as Debian's packages are. */
const phpHas = (file: string): boolean =>
	runs('php', '-r', `exit(stream_resolve_include_path('${file}') === false ? 1 : 0);`);

const rubyHas = (library: string): boolean => runs('ruby', '-e', `require "${library}"`);

/** Libraries of Java, by the names of the files that Debian has for them. */
const jars = {
	okhttp: ['okhttp', 'okio'],
	spring: [
		...['web', 'core', 'beans', 'context', 'aop', 'expression'].map((name) => `spring3-${name}`),
		'commons-logging',
	],
} as const;

/** Where Debian puts a library of Java, with those that it needs. */
export function jarsOf(library: keyof typeof jars): readonly string[] {
	return jars[library].map((name) => `/usr/share/java/${name}.jar`);
}

/** Where Debian puts the crates of Rust. */
export const rustCrates = '/usr/share/cargo/registry';
const crateIsThere = (name: string): boolean =>
	existsSync(rustCrates) && readdirSync(rustCrates).some((folder) => folder.startsWith(`${name}-`));

/** Eglot is in Emacs itself from 29 on, which Debian has from 13 on. */
function eglotPackages(): readonly string[] {
	const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	return Number(/^VERSION_ID="?(\d+)/m.exec(release)?.[1]) < 13 ? ['elpa-eglot'] : [];
}

/** By name, what tests use where the machine has it. */
export const toolchains = {
	csharp: {
		proves: 'generated C#',
		packages: ['mono-mcs', 'mono-runtime', 'libmono-system-net-http4.0-cil'],
		isThere: () => existsSync('/usr/lib/mono/4.5/System.Net.Http.dll') && runs('mcs', '--version'),
	},
	go: { proves: 'generated Go', packages: ['golang-go'], isThere: () => runs('go', 'version') },
	java: { proves: 'generated Java', packages: ['default-jdk-headless'], isThere: () => runs('javac', '-version') },
	kotlin: { proves: 'generated Kotlin', packages: ['kotlin'], isThere: () => runs('kotlinc', '-version') },
	okhttp: {
		proves: 'generated Java with OkHttp',
		packages: ['default-jdk-headless', 'libokhttp-java'],
		isThere: () => jarsOf('okhttp').every(existsSync) && runs('javac', '-version'),
	},
	spring: {
		proves: 'generated Java with Spring',
		packages: ['default-jdk-headless', 'libspring-web-java'],
		isThere: () => jarsOf('spring').every(existsSync) && runs('javac', '-version'),
	},
	php: {
		proves: 'generated PHP',
		packages: ['php-cli', 'php-curl'],
		isThere: () => runs('php', '-r', "exit(extension_loaded('curl') ? 0 : 1);"),
	},
	phpcs: {
		proves: 'generated PHP beside what PSR-12 asks',
		packages: ['php-codesniffer'],
		isThere: () => runs('phpcs', '--version'),
	},
	guzzle: {
		proves: 'generated PHP with Guzzle',
		packages: ['php-cli', 'php-curl', 'php-guzzlehttp-guzzle'],
		isThere: () => phpHas('GuzzleHttp/autoload.php'),
	},
	symfony: {
		proves: 'generated PHP with Symfony HttpClient',
		packages: ['php-cli', 'php-curl', 'php-symfony-http-client'],
		isThere: () => phpHas('Symfony/Component/HttpClient/autoload.php'),
	},
	urllib: { proves: 'generated Python', packages: ['python3'], isThere: () => pythonHas('urllib') },
	black: {
		proves: 'generated Python beside what Black makes of it',
		packages: ['black'],
		isThere: () => runs('black', '--version'),
	},
	requests: {
		proves: 'generated Python with requests',
		packages: ['python3-requests'],
		isThere: () => pythonHas('requests'),
	},
	httpx: { proves: 'generated Python with httpx', packages: ['python3-httpx'], isThere: () => pythonHas('httpx') },
	aiohttp: {
		proves: 'generated Python with aiohttp',
		packages: ['python3-aiohttp'],
		isThere: () => pythonHas('aiohttp'),
	},
	ruby: { proves: 'generated Ruby', packages: ['ruby'], isThere: () => runs('ruby', '-e', 'exit') },
	rubocop: {
		proves: 'generated Ruby with RuboCop',
		packages: ['ruby', 'rubocop'],
		isThere: () => runs('rubocop', '-v'),
	},
	faraday: {
		proves: 'generated Ruby with Faraday',
		packages: ['ruby', 'ruby-faraday'],
		isThere: () => rubyHas('faraday'),
	},
	httparty: {
		proves: 'generated Ruby with HTTParty',
		packages: ['ruby', 'ruby-httparty'],
		isThere: () => rubyHas('httparty'),
	},
	rust: {
		proves: 'generated Rust with reqwest',
		packages: ['cargo', 'rustc', 'rustfmt', 'librust-reqwest-dev', 'librust-tokio-dev'],
		isThere: () => crateIsThere('reqwest') && crateIsThere('tokio') && runs('cargo', '--version'),
	},
	neovim: {
		proves: 'the server in Neovim',
		packages: ['neovim'],
		isThere: () => runs('nvim', '--headless', '-u', 'NONE', '-c', 'execute has("nvim-0.7") ? "qall!" : "cquit"'),
	},
	'pre-commit': {
		proves: 'the hook for pre-commit',
		packages: ['pre-commit'],
		isThere: () => runs('pre-commit', '--version'),
	},
	emacs: {
		proves: 'the server in Emacs',
		packages: ['emacs-nox', ...eglotPackages()],
		isThere: () => runs('emacs', '-q', '--batch', '--eval', "(require 'eglot)"),
	},
	'lsp-mode': {
		proves: 'the server in Emacs with lsp-mode',
		packages: ['emacs-nox', 'elpa-lsp-mode'],
		isThere: () => runs('emacs', '-q', '--batch', '--eval', "(require 'lsp-mode)"),
	},
} as const satisfies Readonly<Record<string, Toolchain>>;

/** Why something cannot be tested here, to be given to `skip`; false where it can. */
export function whyNot(name: keyof typeof toolchains): string | false {
	const { isThere, packages, proves } = toolchains[name];
	return isThere() ? false : `${proves} is not tested: on Debian, apt-get install ${packages.join(' ')}`;
}
