export { version } from '../version.ts';
export { applyEdits } from './apply-edits.ts';
export { checkFiles } from './check-files.ts';
export { checkText } from './check-text.ts';
export { coverage } from './coverage.ts';
export { explain, loadCatalogs, readCatalog } from './known-catalogs.ts';
export { reportFormats, rules, writeReport } from './write-report.ts';
