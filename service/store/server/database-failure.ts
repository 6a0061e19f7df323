/** Why the database cannot be used; each code is one row of docs/operations "The database does not start". */
export type DatabaseFailureCode =
  | 'already-running'
  | 'not-running'
  | 'port-taken'
  | 'data-folder-closed'
  | 'library-missing'
  | 'no-space'
  | 'no-binaries'
  | 'system-user'
  | 'unsafe-role'
  | 'too-old'
  | 'unreachable'
  | 'refused'
  | 'stopped';

/** An error a person can act on: what happened, where, what to do. `message` holds all three. */
export class DatabaseFailure extends Error {
  readonly code: DatabaseFailureCode;
  readonly where: string;
  readonly remedy: string;

  constructor(code: DatabaseFailureCode, what: string, where: string, remedy: string, cause?: unknown) {
    super(`${what}\n  where: ${where}\n  what to do: ${remedy}`, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseFailure';
    this.code = code;
    this.where = where;
    this.remedy = remedy;
  }
}
