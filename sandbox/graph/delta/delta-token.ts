import { refusals } from '../http/refusals.ts';

/** Where a delta reader stands. Opaque to clients. */
export interface DeltaToken {
  /** which collection, window and options it was made for */
  collection: string;
  generation: number;
  /** last history number that was delivered */
  position: number;
  /** history number at the start of a first round, else 0: what was gone by then is not announced */
  startedAt: number;
  /** options of the first request, fixed for ever: e.g. $select, the window */
  options: Record<string, string>;
}

export function writeToken(token: DeltaToken): string {
  const { collection, generation, position, startedAt, options } = token;
  return Buffer.from(JSON.stringify([collection, generation, position, startedAt, options])).toString('base64url');
}

export function readToken(text: string): DeltaToken {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parsed) && parsed.length === 5) {
      const [collection, generation, position, startedAt, options] = parsed;
      if (typeof collection === 'string' && typeof generation === 'number' && typeof position === 'number')
        return { collection, generation, position, startedAt: Number(startedAt), options };
    }
  } catch {
    // told below
  }
  throw refusals.badRequest('Badly formed token: use the whole nextLink or deltaLink as it was received.');
}
