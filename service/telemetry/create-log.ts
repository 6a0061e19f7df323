import { type DestinationStream, pino } from 'pino';
import { scrub } from './scrub.ts';

export interface LogOptions {
  level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** "service", "worker": which part writes. */
  part: string;
  /** Standard output where it is left out. */
  destination?: DestinationStream | undefined;
}

/** Field values as they may be logged: texts scrubbed and cut, nested ones too, and no more than a few levels deep. */
const clean = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return scrub(value.slice(0, 2000));
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 4) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => clean(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one, depth + 1)]));
};

const describeError = (error: unknown): Record<string, unknown> => {
  // pg-boss tells of its errors by objects with a message.
  if (!(error instanceof Error)) return { message: String((error as { message?: unknown } | null)?.message ?? error) };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
};

/**
 * Structured log, one JSON object a line (so that a line break in a name cannot fake an entry). `event` says what happened, in a few
 * fixed words; everything that varies is a field.
 */
export const createLog = ({ level = 'info', part, destination }: LogOptions) => {
  const logger = pino(
    {
      level,
      base: { part },
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const write =
    (kind: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      if (logger.isLevelEnabled(kind)) logger[kind](clean(fields) as object, scrub(event));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: (event: string, error: unknown, fields: Readonly<Record<string, unknown>> = {}): void =>
      write('error')(event, { ...fields, error: describeError(error) }),
  };
};
export type Log = ReturnType<typeof createLog>;
