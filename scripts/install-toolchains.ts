import { type Toolchain, toolchains } from '../test/support/toolchains.ts';
import { canInstall, installWithApt } from './vscode/apt.ts';
import { step } from './vscode/progress.ts';

const missing = (): readonly Toolchain[] => Object.values(toolchains).filter(({ isThere }) => !isThere());

/**
 * In continuous integration, on Debian as root, installs the compilers and interpreters that are missing, and the editors;
 * everywhere, says what will not be tested. Never rejects: tests without their tools are left out.
 */
export async function prepareToolchains(): Promise<void> {
	if (missing().length > 0 && process.env.CI && canInstall())
		await step('Installing compilers and editors with apt-get', install);
	for (const { proves, packages } of missing()) {
		console.log(`Left out: ${proves} is not tested (on Debian: apt-get install ${packages.join(' ')})`);
	}
}

/** Packages that one release of Debian lacks must not keep away the others. */
async function install(): Promise<void> {
	try {
		await installWithApt([...new Set(missing().flatMap(({ packages }) => packages))]);
	} catch {
		for (const { packages } of missing()) await installWithApt(packages).catch(() => undefined);
	}
}
