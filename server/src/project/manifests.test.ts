import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kindsOf } from './file-kinds.ts';

/** What is depended on, by the path of a manifest and its text. */
function dependenciesIn(path: string, text: string): readonly string[] | undefined {
	const manager = kindsOf(path).packageManager;
	assert.ok(manager, `${path} is a manifest`);
	return manager.dependenciesIn(text, path);
}

const manifests: Readonly<Record<string, readonly [path: string, text: string, expected: readonly string[]]>> = {
	'npm: all kinds of dependencies': [
		'a/package.json',
		`{
			"name": "no", "scripts": { "no": "" }, "overrides": { "no": "1" },
			"dependencies": { "one": "1", "@two/x": "^2" },
			"devDependencies": { "three": "*" },
			"peerDependencies": { "four": "*" },
			"optionalDependencies": { "five": "*" }
		}`,
		['one', '@two/x', 'three', 'four', 'five'],
	],
	'npm: another name, and a byte order mark': [
		'package.json',
		'\uFEFF{"dependencies":{"one":"npm:@two/x@1.2","three":{}}}',
		['one', '@two/x', 'three'],
	],
	'Python: requirements': [
		'requirements-dev.txt',
		[
			'# no==1',
			'one==1.0  # why',
			'  two_x[http,socks] >= 2 ; python_version > "3.8"',
			'three',
			'four @ https://example.com/four.zip',
			'-r other.txt',
			'--hash=sha256:0000',
			'-e git+https://example.com/five.git#egg=five&subdirectory=x',
			'The product shall be fast.',
			'',
		].join('\r\n'),
		['one', 'two_x', 'three', 'four', 'five'],
	],
	'Python: requirements in their folder': ['requirements/base.txt', 'one~=1.0\n', ['one']],
	'Python: standard groups': [
		'pyproject.toml',
		`[project]
name = "no"
dependencies = [
	"one>=1", # why
	'two[x]',
]
[project.optional-dependencies]
more = ["three"]
[dependency-groups]
test = ["four", { include-group = "more" }]
[build-system]
requires = ["no"]
`,
		['one', 'two', 'three', 'four'],
	],
	'Python: groups of Poetry': [
		'pyproject.toml',
		`[tool.poetry.dependencies]
python = "^3.12"
one = { version = "1", extras = ["x"] }
[tool.poetry.dev-dependencies]
two = "*"
[tool.poetry.group.docs]
optional = true
[tool.poetry.group.docs.dependencies]
three = [{ version = "1" }, { version = "2" }]
`,
		['python', 'one', 'two', 'three'],
	],
	'Python: groups of uv, PDM and Hatch': [
		'pyproject.toml',
		`tool.uv.dev-dependencies = ["one"]
[tool.pdm.dev-dependencies]
test = ["two>=1", "-e file:///three"]
[tool.hatch.envs.default]
dependencies = ["four"]
extra-dependencies = ["five"]
`,
		['one', 'two', 'four', 'five'],
	],
	'Python: a Pipfile': [
		'Pipfile',
		`[[source]]
url = "https://example.com/simple"
[packages]
one = "*"
"two" = {version = "*", extras = ["x"]}
[dev-packages]
three = "==1"
[requires]
python_version = "3.12"
`,
		['one', 'two', 'three'],
	],
	'Python: setup.cfg': [
		'setup.cfg',
		`[metadata]
name = no
[options]
packages = find:
install_requires =
    one >= 1
    # no
    two; python_version < "3"
setup_requires = three
zip_safe = no
[options.extras_require]
dev =
    four
    five
[flake8]
ignore =
    E203
`,
		['one', 'two', 'python_version', 'three', 'four', 'five'],
	],
	'Go: modules of its own': [
		'go.mod',
		`module example.com/no

go 1.23

require example.com/one v1.0.0
require (
	example.com/two/v2 v2.1.0 // why
	example.com/no/indirect v1.0.0 // indirect
	"example.com/three" v0.1.0
)
replace example.com/no => ../no
exclude (
	example.com/no v1.2.3
)
`,
		['example.com/one', 'example.com/two/v2', 'example.com/three'],
	],
	'Maven: dependencies, without what they leave out': [
		'service/pom.xml',
		`<project><groupId>no</groupId><artifactId>no</artifactId>
	<parent><groupId>no</groupId><artifactId>no</artifactId></parent>
	<dependencies>
		<!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->
		<dependency>
			<exclusions><exclusion><groupId>no</groupId><artifactId>no</artifactId></exclusion></exclusions>
			<groupId> com.one </groupId>
			<artifactId>client</artifactId>
		</dependency>
		<dependency><groupId>com.two</groupId><artifactId>client</artifactId><version>1</version></dependency>
		<dependency><groupId>no</groupId></dependency>
	</dependencies>
	<!-- open <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency>
`,
		['com.one:client', 'com.two:client'],
	],
	'Gradle: a script in Groovy': [
		'build.gradle',
		`dependencies {
	implementation 'com.one:client:1.0' // 'no:comment:1'
	testImplementation("com.two:client:$version") { transitive = false }
	api group: 'com.three', name: 'client', version: '1'
	/* implementation 'no:comment:1' */
	implementation project(':no')
	maven { url 'https://no.example/maven:2' }
}
/* open 'no:comment:1'
`,
		['com.one:client', 'com.two:client', 'com.three:client'],
	],
	'Gradle: a script in Kotlin': [
		'app/build.gradle.kts',
		`dependencies {
	implementation("com.one:client:1.0")
	implementation(group = "com.two", name = "client")
	implementation(platform("com.three:bom:1@pom"))
}`,
		['com.one:client', 'com.three:bom', 'com.two:client'],
	],
	'Gradle: a version catalog': [
		'gradle/libs.versions.toml',
		`[versions]
no = "1.0"
[libraries]
one = "com.one:client:1.0"
two = { module = "com.two:client", version.ref = "no" }
three = { group = "com.three", name = "client", version = { strictly = "1" } }
[bundles]
no = ["one", "two"]
`,
		['com.one:client', 'com.two:client', 'com.three:client'],
	],
	'NuGet: a project': [
		'App/App.csproj',
		`<Project Sdk="Microsoft.NET.Sdk">
	<ItemGroup Condition="'$(X)' == 'y'">
		<PackageReference Include="One.Client" Version="1.0" />
		<PackageReference Version='2' Include='Two'><PrivateAssets>all</PrivateAssets></PackageReference>
		<!-- <PackageReference Include="No" /> -->
		<ProjectReference Include="../No/No.csproj" />
		<Compile Include="No.cs" />
	</ItemGroup>
</Project>`,
		['One.Client', 'Two'],
	],
	'NuGet: a central list': [
		'Directory.Packages.props',
		'<Project><ItemGroup><PackageVersion Include="One" Version="1" /></ItemGroup></Project>',
		['One'],
	],
	'NuGet: a list of packages': [
		'packages.config',
		'<?xml version="1.0"?><packages><package id="One" version="1" targetFramework="net48" /></packages>',
		['One'],
	],
	Composer: [
		'composer.json',
		'{"name":"no/no","require":{"php":">=8","one/client":"^1"},"require-dev":{"two/client":"*"}}',
		['php', 'one/client', 'two/client'],
	],
	'Bundler: a Gemfile': [
		'Gemfile',
		`source 'https://example.com'
gem 'one', '~> 1.0'
  gem "two-client"
# gem 'no'
group :test do
	gem('three', require: false)
end
`,
		['one', 'two-client', 'three'],
	],
	'Swift Package Manager: by address, by name and beside': [
		'Package.swift',
		`// swift-tools-version:5.9
		let package = Package(name: "App", dependencies: [
			.package(url: "https://example.com/one/one-kit.git", from: "1.0.0"), // .package(url: "https://example.com/no")
			.package(name: "Two", url: "https://example.com/x/two-swift", .upToNextMajor(from: "2.0.0")),
			.package(path: "../three"),
			.package(id: "four.five", exact: "1.0.0"),
		], targets: [.target(name: "App", dependencies: [.product(name: "No", package: "one-kit")])])`,
		['one-kit', 'Two', 'three', 'five'],
	],
	'CocoaPods: pods, parts of pods, and those of a pod': [
		'ios/Podfile',
		"platform :ios, '15.0'\ntarget 'App' do\n  pod 'One', '~> 1.0'\n  # pod 'No'\n  pod(\"Two/Part\")\nend\n",
		['One', 'Two'],
	],
	'CocoaPods: a pod of its own': ['Three.podspec', "Pod::Spec.new do |s|\n  s.dependency 'One'\nend\n", ['One']],
	'pub: all kinds of dependencies': [
		'app/pubspec.yaml',
		`name: no
environment:
  sdk: ^3.0.0
dependencies: # those of the app
  one: ^1.0.0
  # no: 1
  flutter:
    sdk: flutter

  two_client:
    git:
      url: https://example.com/two.git
      ref: main
  "three": any
dev_dependencies:
    four: 1.0.0
    five:
        path: ../five
dependency_overrides:
  six:
    hosted: https://example.com
flutter:
  assets:
    - no/
`,
		['one', 'flutter', 'two_client', 'three', 'four', 'five', 'six'],
	],
	'Bundler: a gem': [
		'one.gemspec',
		`Gem::Specification.new do |spec|
	spec.name = 'no'
	spec.add_dependency 'one', '>= 1'
	spec.add_runtime_dependency('two')
	spec.add_development_dependency "three"
end
`,
		['one', 'two', 'three'],
	],
	'Cargo: all kinds of dependencies': [
		'Cargo.toml',
		`[package]
name = "no"
[dependencies]
one = "1"
two = { version = "2", features = ["x"] }
renamed = { package = "three", version = "1" }
four.workspace = true
[dependencies.five]
git = "https://example.com/five"
[dev-dependencies]
six = "1"
[target.'cfg(windows)'.dependencies]
seven = "1"
[workspace.dependencies]
eight = "1"
[features]
no = ["dep:one"]
`,
		['one', 'two', 'three', 'four', 'five', 'six', 'eight', 'seven'],
	],
};

describe('a manifest names what is depended on', () => {
	for (const [name, [path, text, expected]] of Object.entries(manifests)) {
		test(name, () => assert.deepEqual(dependenciesIn(path, text), expected));
		test(`${name}, with other line ends`, () => {
			const [unix, windows] = [text.replaceAll('\r\n', '\n'), text.replaceAll(/\r?\n/g, '\r\n')];
			for (const one of [unix, windows]) assert.deepEqual(dependenciesIn(path, one), expected);
		});
	}
});

test('what is no manifest of npm says nothing', () => {
	for (const text of ['', '{', 'null', '[]', '"post"', '{"dependencies":null}', '{"dependencies":["post"]}'])
		assert.deepEqual(dependenciesIn('package.json', text) ?? [], [], text);
});

test('a manifest that is being written, or is none at all, is read to its end', () => {
	const paths = [...new Set(Object.values(manifests).map(([path]) => path))];
	const odd = [
		...['', '\0', '[', '[[', '[a', 'a =', 'a = [', 'a = {', '"', "'''", '"""'],
		...['<dependency>', '<!--', '/*', '\\'],
	];
	const cut = Object.values(manifests).flatMap(([path, text]) =>
		Array.from({ length: text.length }, (_, end) => [path, text.slice(0, end)] as const),
	);
	const given = [...paths.flatMap((path) => odd.map((text) => [path, text] as const)), ...cut];
	for (const [path, text] of given) {
		const found = dependenciesIn(path, text) ?? [];
		assert.ok(
			found.every((name) => typeof name === 'string' && text.includes(name.split(':')[0] ?? '')),
			text,
		);
	}
});
