import type { ObjectType, Row } from '../schema/index.ts';
import type { Source } from '../soql/index.ts';
import { accessTo, seesAll } from './access.ts';
import { isPurged } from './delete-record.ts';
import { fieldAccess } from './field-security.ts';
import type { Org } from './org.ts';
import { recordAccess } from './record-access.ts';

/** The org as one user sees it. `staleSeconds`: as it stood that long ago, as far as the last version of each record tells. */
export function orgSource(org: Org, userId: string, staleSeconds = 0): Source {
  const zone = org.find(userId)?.TimeZoneSidKey;
  const all = seesAll(org, userId);
  return {
    schema: org.schema,
    now: org.clock.now(),
    zone: typeof zone === 'string' ? zone : 'UTC',
    hides: (type, field) => fieldAccess(org, userId, type, field) === 'none',
    parent: (id) => org.find(id),
    rows(type, hint, withDeleted) {
      const shows = (row: Row) => isListed(org, row, withDeleted) && (all || accessTo(org, userId, type, row) !== 'None');
      if (staleSeconds <= 0) return org.store(type).rows(hint).filter(shows);
      const edge = org.clock.now() - staleSeconds * 1000;
      return [...org.store(type).rows()]
        .map((row) => versionAt(org, type, row, edge))
        .filter((row): row is Row => row !== undefined && shows(row));
    },
    virtual: (type, values) => (type.prefix === null ? recordAccess(org, userId, type, values) : undefined),
  };
}

/** Deleted and archived records are for queryAll only, purged ones for nobody. */
function isListed(org: Org, row: Row, withDeleted: boolean): boolean {
  if (row.IsDeleted !== true && row.IsArchived !== true) return true;
  return withDeleted && !isPurged(org, row);
}

function versionAt(org: Org, type: ObjectType, newest: Row, edge: number): Row | undefined {
  const stampOf = (row: Row) => Date.parse(`${String(row.SystemModstamp).slice(0, 19)}Z`);
  if (stampOf(newest) <= edge) return newest;
  const before = org.store(type).before(String(newest.Id));
  return before && stampOf(before) <= edge ? before : undefined;
}
