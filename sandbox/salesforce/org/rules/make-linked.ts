import type { Value } from '../../schema/index.ts';
import type { Org } from '../org.ts';
import type { Writer } from '../writer.ts';

/** A record that Salesforce itself makes because of another; no rules run on it. */
export function makeLinked(org: Org, typeName: string, values: Record<string, Value>, writer: Writer): string {
  const type = org.type(typeName);
  const id = org.store(type).nextId();
  const now = org.stamp;
  const audit = {
    CreatedDate: now,
    CreatedById: writer.userId,
    LastModifiedDate: now,
    LastModifiedById: writer.userId,
    SystemModstamp: now,
  };
  const kept = Object.fromEntries(Object.entries({ Id: id, ...values, ...audit }).filter(([, value]) => value !== null));
  org.put(type, kept);
  return id;
}

/** What a change by Salesforce itself leaves on a record: who and when. */
export function bareStamps(org: Org, writer: Writer): { LastModifiedDate: string; LastModifiedById: string; SystemModstamp: string } {
  return { LastModifiedDate: org.stamp, LastModifiedById: writer.userId, SystemModstamp: org.stamp };
}
