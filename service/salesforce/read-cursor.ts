import { z } from 'zod';

/**
 * Where a listing stands. Between rounds: `t` alone, the server's time when the last round began; everything committed before it, and
 * stamped at most the overlap earlier, has been seen. Within a round: the last record's stamp and id, and in `end` what `t` will be.
 */
export interface ReadCursor {
  /** ISO 8601. */
  t: string;
  id: string | null;
  end: string | null;
  /** How far the shared feed was read as well; absent where the mailbox reads for itself. */
  seq?: number | undefined;
}

const time = z.iso.datetime({ offset: true });
const cursorText = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});
const cursor = cursorText.pipe(z.strictObject({ t: time, id: z.string().nullable(), end: time.nullable(), seq: z.int().optional() }));

/** Throws where the text is not a cursor of ours. */
export const parseCursor = (text: string): ReadCursor => cursor.parse(text);

export const printCursor = ({ t, id, end, seq }: ReadCursor): string => JSON.stringify({ t, id, end, seq });
