import type { PackageManager } from '../manifest.ts';
import { bundler } from './bundler.ts';
import { cargo } from './cargo.ts';
import { cocoaPods } from './cocoapods.ts';
import { composer } from './composer.ts';
import { go } from './go.ts';
import { gradle } from './gradle.ts';
import { maven } from './maven.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { pub } from './pub.ts';
import { python } from './python.ts';
import { swiftPackages } from './swift.ts';

/** Every package manager whose manifests are read. */
export const packageManagers: readonly PackageManager[] = [
	npm,
	python,
	go,
	maven,
	gradle,
	nuget,
	composer,
	bundler,
	cargo,
	pub,
	swiftPackages,
	cocoaPods,
];
