import { being } from './words.ts';

/** Assertions prove nothing by themselves; the other side does. */
export const assertion = being(
	'equals? strict_equals? deep_equals? deep_strict_equal loose_equal eqls? eq not_equals? not_strict_equal',
	'equal_(to|values|exported_values) is_equal\\w* are_(not_)?equal (xct_?)?assert_\\w+ (must|should)(_not)?_(be|equal|match)\\w* one_of',
);
/** Words that assert where they belong to what asserts. */
export const assertionOf = being(
	'is is_not not ne same not_same contains? includes? match\\w* be ok true assert',
	'within above below at_least at_most greater\\w* less\\w*',
);
/** Objects whose methods assert. */
export const asserting = /(^|\.)(assert|assertions?|t|tap|test|chai|should|expect|qunit|strict|must|tt|self)(\.|$)/;
/** Assertions that make a request, or are about an answer, and are given the status of it: `assertRedirect(url, 301)`. */
export const askingAnswers =
	/^(?:assert|expect|check|verify|must)_(?:\w+_)?(?:response|redirects?|fetch|request)(?:_|$)/;
/** Calls that begin a sentence about what they are given: `expect(status).toBe(404)`, `match(code).with(404, …)`. */
export const sentence = being(
	'_ expect assert_that that is_expected should assert check ensure verify soft poll given when match matching',
);
/** Questions about what a function was called with: the function says it. */
export const calledWith = /called_(once_|last_|nth_|first_)?with|^(have_been_)?called(_once)?_with(_exactly|_match)?$/;
/** Calls that say what a function gives. */
export const giving = being(
	'returns? yields resolves mock_return_value(_once)? mock_resolved_value(_once)? mock_implementation(_once)?',
	'then_return will_return(_once)? and_return do_return return_value',
);
