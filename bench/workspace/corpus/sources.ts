/** A package on npm's registry; what comes for it must be exactly this. */
export interface NpmSource {
	readonly name: string;
	readonly version: string;
	/** As npm has it: SHA-512 in Base64. */
	readonly integrity: string;
}

/** A package of Debian or one of its relatives; which version there is depends on the machine. */
export interface DebianSource {
	/** What its folder is called. */
	readonly folder: string;
	/** The names it has in different releases, of which the first that is there is taken. */
	readonly names: readonly string[];
	/** Only what is below this part of a path; everything where it is absent. */
	readonly below?: string;
}

/** Some 130 MB of code in TypeScript, JavaScript, Kotlin, Java, Swift, C# and PHP. */
export const npmSources: readonly NpmSource[] = [
	{
		name: '@babylonjs/core',
		version: '9.34.0',
		integrity: 'sha512-XdJOM1qdd+62+XWhJiioJCpDQBjobIdjIXgTbhd7miDdAK80nHPU3oxWPH4UTZX9hc5TDTyy8Sb057d14d9VpA==',
	},
	{
		name: '@aws-sdk/client-ec2',
		version: '3.800.0',
		integrity: 'sha512-p9W7MkOnNgaQtV+rLGMPTP4xJ2GCHusKt9tWzG64H8ZDc6H9rTopVKUSw+4uAHKJt8Bgg1NUuKL1YR8z9gb86Q==',
	},
	{
		name: '@capacitor/android',
		version: '7.2.0',
		integrity: 'sha512-zdhEy3jZPG5Toe/pGzKtDgIiBGywjaoEuQWnGVjBYPlSAEUtAhpZ2At7V0SCb26yluAuzrAUV0Ue+LQeEtHwFQ==',
	},
	{
		name: '@capacitor/ios',
		version: '7.2.0',
		integrity: 'sha512-MQgRZcXZpbpjN83bjkGrzQd7s3XeHBZplmWf38/msF/siMGJKLrXNmNzmmPIWA5Xpi/aH6UoJFk1wXuU2U+zMg==',
	},
	{
		name: '@wordpress/block-library',
		version: '9.22.0',
		integrity: 'sha512-JmZZj3eEEYEYfks1F668QYmAxcax84yBCV+Pxau1anyF4Y1pFC0VWlpxwKcQPdtcGVBSCBQw316x0WDo7fMwTg==',
	},
	{
		name: 'antd',
		version: '5.24.9',
		integrity: 'sha512-liB+Y/JwD5/KSKbK1Z1EVAbWcoWYvWJ1s97AbbT+mOdigpJQuWwH7kG8IXNEljI7onvj0DdD43TXhSRLUu9AMA==',
	},
	{
		name: 'date-fns',
		version: '4.1.0',
		integrity: 'sha512-Ukq0owbQXxa/U3EGtsdVBkR1w7KOQ5gIBqdH2hkvknzZPYvBxb/aa6E8L7tmjFtkwZBu3UXBbjIgPo/Ez4xaNg==',
	},
	{
		name: 'expo-modules-core',
		version: '2.3.12',
		integrity: 'sha512-bOm83mskw1S7xuDX50DlLdx68u0doQ6BZHSU2qTv8P1/5QYeAae3pCgFLq2hoptUNeMF7W+68ShJFTOHAe68BQ==',
	},
	{
		name: 'react-native',
		version: '0.79.2',
		integrity: 'sha512-AnGzb56JvU5YCL7cAwg10+ewDquzvmgrMddiBM0GAWLwQM/6DJfGd2ZKrMuKKehHerpDDZgG+EY64gk3x3dEkw==',
	},
	{
		name: 'react-native-windows',
		version: '0.78.0',
		integrity: 'sha512-CdJfJXhh+xGtdDwXv61z+5PsrVXP1aOIcTKzFvc3+Ad1tAgMeMUJEvLxqoWqK8gtNCqSxvF3Tf4IqFv6Qi3dvg==',
	},
	{
		name: 'rxjs',
		version: '7.8.2',
		integrity: 'sha512-dhKf903U/PQZY6boNNtAGdWbG85WAbjT/1xYoZIC7FAY0yWapOBQVsVrDl58W86//e1VpMNBtRV4MaXfdMySFA==',
	},
	{
		name: 'three',
		version: '0.176.0',
		integrity: 'sha512-PWRKYWQo23ojf9oZSlRGH8K09q7nRSWx6LY/HF/UUrMdYgN9i1e2OwJYHoQjwc6HF/4lvvYLC5YC1X8UJL2ZpA==',
	},
];

/** Some 130 MB more where there is apt: Go, Python, Ruby, PHP and Rust. */
export const debianSources: readonly DebianSource[] = [
	{
		folder: 'go',
		names: ['golang-1.24-src', 'golang-1.23-src', 'golang-1.22-src', 'golang-1.19-src', 'golang-1.18-src'],
	},
	{ folder: 'python', names: ['libpython3.13-stdlib', 'libpython3.12-stdlib', 'libpython3.11-stdlib'] },
	{ folder: 'python-tests', names: ['libpython3.13-testsuite', 'libpython3.12-testsuite', 'libpython3.11-testsuite'] },
	{ folder: 'ruby', names: ['libruby3.3', 'libruby3.2', 'libruby3.1'] },
	{ folder: 'rust', names: ['rust-src'], below: '/library/' },
	{ folder: 'wordpress', names: ['wordpress'] },
];
