/** Stands in a copy of unfinished code where a value is being typed. */
export const placeholder = 'api-error:label';
