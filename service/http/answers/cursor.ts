import { z } from 'zod';
import { HttpProblem } from '../problems/index.ts';

const shape = z.strictObject({ l: z.string(), v: z.string().nullable(), i: z.string().max(200) });

/** Where the next page begins: opaque outside, good for the one list it was made for. It grants nothing: rights are asked anew each time. */
export const writeCursor = (list: string, value: string | null, id: string): string =>
  Buffer.from(JSON.stringify({ l: list, v: value, i: id })).toString('base64url');

export const readCursor = (list: string, cursor: string | undefined): { value: string | null; id: string } | undefined => {
  if (cursor === undefined) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new HttpProblem('invalid_cursor');
  }
  const read = shape.safeParse(raw);
  if (!read.success || read.data.l !== list) throw new HttpProblem('invalid_cursor');
  return { value: read.data.v, id: read.data.i };
};

const instant = z.iso.datetime();

/** A cursor of a list that is ordered by time. */
export const readTimeCursor = (list: string, cursor: string | undefined): { at: string; id: string } | undefined => {
  const place = readCursor(list, cursor);
  if (place === undefined) return undefined;
  const at = instant.safeParse(place.value);
  if (!at.success) throw new HttpProblem('invalid_cursor');
  return { at: at.data, id: place.id };
};

/** Rows were asked for with one more than `limit`: that one only says that there is more. */
export const toPage = <Row, Item>(rows: readonly Row[], limit: number, present: (row: Row) => Item, cursorOf: (row: Row) => string) => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
};
