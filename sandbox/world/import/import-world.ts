import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Desk } from '../desk.ts';
import { addPerson } from '../seed/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { assignMailboxes } from './assign-mailboxes.ts';
import { importCalendar } from './import-calendar.ts';
import { importMail } from './import-mail.ts';
import { importRecords } from './import-records.ts';
import { countOne, type ImportReport, newReport, reasonOf } from './import-report.ts';
import { importVcards } from './import-vcards.ts';
import type { Importing } from './importing.ts';
import { type ExportFile, listExports } from './list-exports.ts';

const kinds = ['.json', '.ics', '.vcf', '.eml'];

/** Imports all exports below a folder. What cannot be read or is refused is named in the report; the rest goes on. */
export async function importWorld(desk: Desk, emulators: Emulators, folder: string): Promise<ImportReport> {
  const report = newReport(folder);
  const files = listExports(folder);
  const { addresses, ownerOf } = assignMailboxes(files);
  for (const address of addresses) addOwner(emulators, address);
  report.mailboxes = addresses;
  const run: Importing = { desk, emulators, report, ownerOf, meetings: new Map() };
  const texts = new Map<ExportFile, string>();
  for (const file of files) {
    if (!kinds.includes(file.kind)) report.ignored += 1;
    else if (file.kind === '.eml') await importMail(run, file);
    else readInto(texts, file, report);
  }
  desk.world.transaction(() => {
    const of = (kind: string) => [...texts].filter(([file]) => file.kind === kind);
    importRecords(run, of('.json'));
    for (const [file, text] of of('.vcf')) importVcards(run, file, text);
    for (const [file, text] of of('.ics')) importCalendar(run, file, text);
  });
  return report;
}

function readInto(texts: Map<ExportFile, string>, file: ExportFile, report: ImportReport): void {
  try {
    texts.set(file, decode(readFileSync(file.absolute)));
    countOne(report.files, file.kind.slice(1));
  } catch (failure) {
    report.refused.push({ file: file.path, reason: reasonOf(failure) });
  }
}

/** UTF-8, or UTF-16 with its mark; what is not valid UTF-8 is read as Windows-1252, as old exports are. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function addOwner(emulators: Emulators, address: string): void {
  const hash = createHash('sha256').update(address).digest('hex');
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const [givenName = 'Imported', surname = 'Person'] = (address.split('@')[0] ?? '')
    .split(/[._-]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  addPerson(emulators, {
    id,
    givenName,
    surname,
    address,
    jobTitle: 'Imported',
    department: 'Imported',
    company: 'Fernwood Timber',
    windowsZone: 'UTC',
    zone: 'Europe/London',
  });
}
