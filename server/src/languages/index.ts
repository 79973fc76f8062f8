import type { Language } from '../syntax/language.ts';
import { csharp } from './csharp/index.ts';
import { dart } from './dart/index.ts';
import { ecmascript } from './ecmascript/index.ts';
import { go } from './go/index.ts';
import { java } from './java/index.ts';
import { kotlin } from './kotlin/index.ts';
import { php } from './php/index.ts';
import { python } from './python/index.ts';
import { ruby } from './ruby/index.ts';
import { rust } from './rust/index.ts';
import { swift } from './swift/index.ts';

/** Every language that is read. */
export const languages: readonly Language[] = [
	ecmascript,
	csharp,
	dart,
	go,
	java,
	kotlin,
	php,
	python,
	ruby,
	rust,
	swift,
];
