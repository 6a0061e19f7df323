export type { ImportReport, Refused } from './import-report.ts';
export { importWorld } from './import-world.ts';
