import type { Collection, Intent, Link, Observation } from '../../../core/model/index.ts';

/** A row as PostgreSQL gives it: snake_case names, jsonb parsed. */
type Snake<T> = { [K in keyof T as K extends string ? SnakeName<K> : never]: T[K] };
type SnakeName<T extends string> = T extends `${infer Head}${infer Tail}`
  ? Head extends Uppercase<Head>
    ? `_${Lowercase<Head>}${SnakeName<Tail>}`
    : `${Head}${SnakeName<Tail>}`
  : T;

export type ObservationRow = Snake<Observation>;
export type LinkRow = Snake<Link>;
export type IntentRow = Snake<Intent>;
export interface CollectionRow extends Snake<Omit<Collection, 'window' | 'listedAt' | 'discoveredAt'>> {
  window_start: Date | null;
  window_end: Date | null;
  listed_at: Date | null;
  discovered_at: Date | null;
}

export function toObservation(row: ObservationRow): Observation {
  const { side, object, version, fields, facts, removed, confirmed, problem } = row;
  return { side, object, remoteId: row.remote_id, version, fields, facts, removed, confirmed, problem };
}

export function toLink(row: LinkRow): Link {
  const { id, object, key, state, writes } = row;
  return {
    id,
    object,
    outlookId: row.outlook_id,
    salesforceId: row.salesforce_id,
    key,
    baseOutlook: row.base_outlook,
    baseSalesforce: row.base_salesforce,
    outlookVersion: row.outlook_version,
    salesforceVersion: row.salesforce_version,
    state,
    madeByUs: row.made_by_us,
    writes,
    guests: row.guests ?? null,
    redaction: row.redaction ?? null,
  };
}

export function toIntent(row: IntentRow): Intent {
  const { id, side, object, operation, key, fields, whole, before, recipients, state, attempts, error, undoes, origin } = row;
  return {
    id,
    linkId: row.link_id,
    side,
    object,
    operation,
    remoteId: row.remote_id,
    key,
    expectedVersion: row.expected_version,
    fields,
    whole,
    before,
    recipients,
    state,
    attempts,
    error,
    undoes: undoes ?? null,
    origin: origin ?? null,
  };
}

export function toCollection(row: CollectionRow): Collection {
  const { id, side, object, name, cursor, phase, generation, shape, reread } = row;
  const window = row.window_start && row.window_end ? { start: row.window_start.toISOString(), end: row.window_end.toISOString() } : null;
  return {
    id,
    side,
    object,
    remoteId: row.remote_id,
    name,
    cursor,
    phase,
    generation,
    window,
    listedAt: row.listed_at?.toISOString() ?? null,
    discoveredAt: row.discovered_at?.toISOString() ?? null,
    shape,
    reread,
  };
}
