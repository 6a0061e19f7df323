import type { Field, ObjectType, Row, Schema } from '../schema/index.ts';

/** What narrows the rows worth looking at; the condition is tested on each all the same. */
export type Hint = { kind: 'values'; field: string; values: string[] } | { kind: 'since'; stamp: string };

/** Where a query finds its rows: the org as one user sees it. */
export interface Source {
  schema: Schema;
  /** milliseconds since 1970, for TODAY and the like */
  now: number;
  /** the user's IANA time zone */
  zone: string;
  /** whether this user's profile hides a field: as if it were not there */
  hides(type: ObjectType, field: Field): boolean;
  /** a record by id for a parent path, whoever asks; deleted ones too */
  parent(id: string): Row | undefined;
  /** rows the user may read; `all` also deleted and archived ones */
  rows(type: ObjectType, hint: Hint | undefined, all: boolean): Iterable<Row>;
  /** rows of an object that is not stored, from the values its filter names */
  virtual(type: ObjectType, values: (field: string) => string[] | undefined): Row[] | undefined;
}
