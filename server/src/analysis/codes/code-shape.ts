import { isAnybodysWord } from '../../catalog/common-codes.ts';

/**
 * How much a code says by itself. `own`: written as nothing but a code is, and nobody's everyday word. `wordy`: words
 * that may as well be a setting or a state, such as `lock_timeout`. `common`: what any system says, a single word, or
 * digits.
 */
export type CodeShape = 'own' | 'wordy' | 'common';

/** `AUTH_INVALID_TOKEN`, `ENOENT`, `auth/user-not-found`, `CardError`, `CardWasDeclined`. */
const written =
	/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^E[A-Z0-9]{3,}$|^[a-z][\w-]*[/:][\w/:-]+$|^[A-Z][a-z0-9]+[A-Za-z0-9]*(Error|Exception)$|^([A-Z][a-z0-9]+){3,}$/;
/** One word, or a number. */
const plain = /^[A-Za-z]?[a-z]+$|^[A-Z]+$|^-?\d+$/;

export function shapeOf(code: string): CodeShape {
	if (isAnybodysWord(code)) return 'common';
	if (written.test(code)) return 'own';
	return plain.test(code) ? 'common' : 'wordy';
}
