import { accessSync, constants, statSync } from 'node:fs';
import { OperatorError } from './operator-error.ts';

/** Before anything is made: can the exports of --world be read? */
export function checkWorldFolder(world: string | undefined): void {
  if (world === undefined || world === 'empty' || world === 'demo') return;
  const refuse = (what: string) =>
    new OperatorError(what, world, 'give --world a folder with exports (.json, .ics, .vcf, .eml), or `empty`');
  try {
    if (!statSync(world).isDirectory()) throw refuse('--world is a file, not a folder');
    accessSync(world, constants.R_OK | constants.X_OK);
  } catch (failure) {
    if (failure instanceof OperatorError) throw failure;
    const missing = (failure as NodeJS.ErrnoException).code === 'ENOENT';
    throw refuse(missing ? 'the folder of --world does not exist' : `the folder of --world cannot be read: ${(failure as Error).message}`);
  }
}
