import type { Desk } from '../desk.ts';
import type { Emulators } from '../start/create-emulators.ts';
import type { ImportReport } from './import-report.ts';

/** One importing run: where things go and what is noted. */
export interface Importing {
  desk: Desk;
  emulators: Emulators;
  report: ImportReport;
  /** address of the mailbox for a file */
  ownerOf: (path: string) => string;
  /** meetings that came in already: UID to the file and the mailbox */
  meetings: Map<string, { file: string; owner: string }>;
}
