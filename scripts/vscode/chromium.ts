import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { canInstall, installWithApt } from './apt.ts';
import { step, Unavailable } from './progress.ts';

const aptChromium = '/usr/bin/chromium';

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
	linux: [
		aptChromium,
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
		'/usr/bin/microsoft-edge',
		'/snap/bin/chromium',
		'/usr/bin/chromium-browser',
	],
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => [
		`${process.env[variable]}\\Google\\Chrome\\Application\\chrome.exe`,
		`${process.env[variable]}\\Microsoft\\Edge\\Application\\msedge.exe`,
	]),
};

/** Starts a Chromium without a window: an installed one, or on Debian, as root, one that apt-get installs. */
export async function launchChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: await findChromium(),
		args: [
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-gpu',
			'--disable-quic',
			'--disable-sync',
			'--no-first-run',
		],
	});
}

/** Resolves to the program of a Chromium, Chrome or Edge; `CHROMIUM_PATH` names one that is elsewhere. */
export async function findChromium(): Promise<string> {
	const told = process.env.CHROMIUM_PATH;
	if (told) {
		if (existsSync(told)) return told;
		throw new Unavailable(`CHROMIUM_PATH is ${told}, and there is no such file.`);
	}
	const found = usualPlaces[process.platform]?.find((place) => existsSync(place));
	if (found) return found;
	if (!canInstall()) {
		throw new Unavailable(
			'The tests in VS Code need Chromium, Chrome or Edge, and none was found in the usual places.\n' +
				'Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to its program.',
		);
	}
	await step('Installing Chromium with apt-get (350 MB, once)', installChromium);
	return aptChromium;
}

async function installChromium(): Promise<void> {
	try {
		await installWithApt(['chromium', 'fonts-dejavu-core']);
	} catch (error) {
		throw new Unavailable(
			`Chromium could not be installed with apt-get. Check the network and the machine's package sources, or\n` +
				`install a Chromium by other means and set CHROMIUM_PATH to its program.\n\n${(error as Error).message}`,
		);
	}
}
