import { coverageOf } from '../coverage/coverage-of.ts';
import { findingsOf } from '../findings-of.ts';
import type { Inspected } from '../inspector.ts';

/**
 * What is made of a file once it is read and analysed. It must be plain data, since it may come from another thread, and
 * it must say nothing of a file in which nothing can stand for an error, since such files are not read.
 * Never throws: what fails is told.
 */
export type Inspection<Result> = (inspected: Inspected, onProblem: (message: string) => void) => Result;

/** Each of them by the name under which another thread finds it. */
export const inspections = { findings: findingsOf, coverage: coverageOf } satisfies Readonly<
	Record<string, Inspection<unknown>>
>;

export type InspectionName = keyof typeof inspections;

/** What an inspection makes of a file. */
export type ResultOf<Name extends InspectionName> = ReturnType<(typeof inspections)[Name]>;
