import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { BackupHeader } from './backup.ts';
import { BackupFailure } from './backup-failure.ts';

export interface BackupRow {
  table: string;
  row: unknown;
}

/**
 * Reads the header of a backup.
 *
 * @throws BackupFailure where there is no such file, or none that `npm run backup` wrote
 */
export async function readBackupHeader(file: string): Promise<BackupHeader> {
  for await (const line of linesOf(file)) return asHeader(line, file);
  throw foreign(file);
}

/** The rows of a backup, as they were written. The file is read as far as its rows are taken. */
export async function* readBackupRows(file: string): AsyncGenerator<BackupRow> {
  let first = true;
  for await (const line of linesOf(file)) {
    if (first) asHeader(line, file);
    else yield asRow(line, file);
    first = false;
  }
}

function asHeader(line: string, file: string): BackupHeader {
  const header = parse(line, file) as Partial<BackupHeader> | null;
  if (header?.lockstep !== 'backup' || header.version !== 1 || !Array.isArray(header.migrations)) throw foreign(file);
  return header as BackupHeader;
}

function asRow(line: string, file: string): BackupRow {
  const row = parse(line, file) as Partial<BackupRow> | null;
  if (typeof row?.table !== 'string' || typeof row.row !== 'object' || row.row === null) throw damaged(file);
  return row as BackupRow;
}

function parse(line: string, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(file);
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip();
  const piped = pipeline(createReadStream(file), unzipped);
  // Told by the loop below: the pipeline ends what it feeds with the same error.
  piped.catch(() => undefined);
  unzipped.setEncoding('utf8');
  let rest = '';
  try {
    for await (const part of unzipped as AsyncIterable<string>) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, file);
  }
  if (rest !== '') throw damaged(file);
}

function explain(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOENT') return new BackupFailure(`There is no file ${file}. Name the one that \`npm run backup\` wrote.`);
  if (error.code === 'EISDIR') return new BackupFailure(`${file} is a folder. Name the file in it that \`npm run backup\` wrote.`);
  if (error.code === 'Z_BUF_ERROR') return damaged(file);
  return error.code?.startsWith('Z_') ? foreign(file) : error;
}

const foreign = (file: string): BackupFailure => new BackupFailure(`${file} is not a backup made by \`npm run backup\`.`);

const damaged = (file: string): BackupFailure =>
  new BackupFailure(`${file} is damaged or cut off: nothing of it was restored. Take another backup.`);
