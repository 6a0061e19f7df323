import { DrizzleQueryError } from './drizzle.ts';

/** The database cannot be reached, or has no room to write, for now. Nothing is wrong with what was asked: wait and ask again. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super(`The database is away: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'DatabaseAway';
  }
}

/**
 * Connection exceptions, shutdown and start-up of the server, no resources (53100 is a full disk), a standby that takes no writes.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const awayState = /^(08...|57P0[1235]|53...|25006|58030)$/;
const awaySystem = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
/** What pg says where the server said nothing. */
const awayWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** True for what the driver throws while the database is away. Only for errors of its connections: those of others look alike. */
export function looksAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(looksAway);
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && (awayState.test(code) || awaySystem.has(code))) return true;
  return typeof message === 'string' && awayWords.test(message);
}

/** The same for an error from anywhere in the service, as our transactions and better-auth's queries throw it. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof DatabaseAway || (error instanceof DrizzleQueryError && looksAway(error.cause));
}
