/** The version of the project, as its manifest says it. */
export const version = '0.1.0';
