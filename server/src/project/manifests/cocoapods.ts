import type { PackageManager } from '../manifest.ts';

const pod = /^[ \t]*(?:pod|\w+\.dependency)[ \t]*\(?[ \t]*['"]([\w.+-]+)(?:\/[\w/+-]+)?['"]/gm;

export const cocoaPods: PackageManager = {
	name: 'CocoaPods',
	manifests: ['Podfile', '*.podspec'],
	/** A part of a pod, as in `pod 'Name/Part'`, is of the pod. */
	dependenciesIn: (text) => [...text.matchAll(pod)].flatMap(([, name]) => name ?? []),
};
