import type { Call, Operation } from '../call.ts';
import { toDatetime } from '../datetime.ts';
import { accessTo, orgSource } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import type { ObjectType, Row } from '../schema/index.ts';
import { targetType } from './target.ts';

const minute = 60_000;
const day = 86_400_000;
const farthestDays = { updated: 30, deleted: 15 } as const;

interface Span {
  start: string;
  end: string;
  latestDateCovered: string;
}

/** The span asked for. Seconds are cut off, as the real one does: what changed in the running minute comes with the next call. */
function readSpan(call: Call, now: number, kind: 'updated' | 'deleted'): Span {
  const [start, end] = ['start', 'end'].map((name) => readTime(call, name)) as [number, number];
  if (end - start < minute)
    throw new SalesforceError(400, 'INVALID_REPLICATION_DATE', 'endDate must be at least one minute greater than startDate');
  if (start < now - farthestDays[kind] * day) {
    const message = `startDate cannot be more than ${farthestDays[kind]} days ago`;
    throw new SalesforceError(400, 'INVALID_REPLICATION_DATE', message);
  }
  const until = Math.min(end, Math.floor(now / minute) * minute + minute);
  return {
    start: toDatetime(start),
    end: toDatetime(until),
    latestDateCovered: toDatetime(Math.min(end, Math.floor(now / minute) * minute)),
  };
}

function readTime(call: Call, name: string): number {
  const text = (call.query.get(name) ?? '').replace(/ (\d\d:?\d\d)$/, '+$1').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const time = Date.parse(text);
  if (text === '') throw new SalesforceError(400, 'MISSING_ARGUMENT', `The ${name} parameter is required.`);
  if (Number.isNaN(time)) throw new SalesforceError(400, 'INVALID_REPLICATION_DATE', `Invalid ${name} date: ${text}`);
  return Math.floor(time / minute) * minute;
}

function replicated(call: Call, org: Parameters<typeof targetType>[1]): ObjectType {
  const type = targetType(call, org);
  if (!type.replicateable)
    throw new SalesforceError(400, 'INVALID_TYPE_FOR_OPERATION', `entity type ${type.name} does not support replication`);
  return type;
}

export const updated: Operation = {
  name: 'salesforce.updated',
  method: 'GET',
  path: 'sobjects/:sobject/updated',
  run(call, { org }, fault) {
    const type = replicated(call, org);
    const span = readSpan(call, org.clock.now(), 'updated');
    const within = (row: Row) => String(row.SystemModstamp) >= span.start && String(row.SystemModstamp) < span.end;
    const rows = [...orgSource(org, call.user.id).rows(type, { kind: 'since', stamp: span.start }, false)].filter(within);
    const ids = fault?.do === 'empty-list' ? [] : rows.map((row) => row.Id);
    return {
      status: 200,
      body: { ids: fault?.do === 'half-list' ? ids.slice(0, ids.length / 2) : ids, latestDateCovered: span.latestDateCovered },
    };
  },
};

export const deleted: Operation = {
  name: 'salesforce.deleted',
  method: 'GET',
  path: 'sobjects/:sobject/deleted',
  run(call, { org }, fault) {
    const type = replicated(call, org);
    const now = org.clock.now();
    const span = readSpan(call, now, 'deleted');
    const gone = (row: Row) => row.IsDeleted === true && accessTo(org, call.user.id, type, row) !== 'None';
    const rows = org
      .store(type)
      .rows({ kind: 'since', stamp: span.start })
      .filter((row) => gone(row))
      .map((row) => ({ id: row.Id, deletedDate: toDatetime(Number(row.$deletedAt ?? 0)) }))
      .filter((row) => row.deletedDate >= span.start && row.deletedDate < span.end);
    return {
      status: 200,
      body: {
        deletedRecords: fault?.do === 'empty-list' ? [] : rows,
        earliestDateAvailable: toDatetime(now - farthestDays.deleted * day),
        latestDateCovered: span.latestDateCovered,
      },
    };
  },
};
