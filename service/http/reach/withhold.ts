import type { ApiOptions } from '../api-options.ts';
import type { Caller, ItemAsked } from '../ports/index.ts';
import { isOwn } from './is-own.ts';
import { wallOf } from './wall-of.ts';

interface Reading {
  caller: Caller;
  options: Pick<ApiOptions, 'ledger'>;
}

/** Rows as this caller may read them: of an item that is private now only its person reads words, everybody else what `bare` leaves of the row. */
export async function withhold<Row extends object>(
  { caller, options }: Reading,
  rows: readonly Row[],
  itemOf: (row: Row) => ItemAsked | null,
  bare: (row: Row) => Row,
): Promise<(Row & { withheld?: true })[]> {
  const items = rows.map((row) => {
    const item = itemOf(row);
    return item && !isOwn(caller, item.userId) ? item : null;
  });
  if (items.every((item) => item === null)) return [...rows];
  const hidden = await options.ledger.privateItems(wallOf(caller), items);
  return rows.map((row, place) => (hidden[place] ? { ...bare(row), withheld: true } : row));
}
