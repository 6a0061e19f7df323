import { describe, expect, it } from 'vitest';
import type { Facts, Fields, Link } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import { base, context, facts, link, seen, withObject } from './plan-fixture.ts';
import { planRedaction } from './plan-redaction.ts';

const redacted = { ...base, subject: 'Private appointment', description: null, companyName: null };
interface Case {
  record?: Fields;
  link?: Partial<Link>;
  removed?: Partial<Facts>;
  ownerId?: string;
}
const meeting = (one: Case = {}) => ({
  link: { ...link, ...one.link },
  outlook: seen('outlook', null, { facts: facts('outlook', { seriesId: 'm1', ...one.removed }) }),
  record: seen('salesforce', one.record ?? base, { facts: facts('salesforce', { ownerId: one.ownerId ?? '005me' }) }),
  redacted,
  followed: true,
});
const plan = (one: Case = {}, policy: Partial<SyncPolicy> = {}) => planRedaction(meeting(one), context(policy));

describe('a meeting that left a series which is private now', () => {
  it('leaves none of its words in the record, whatever its link has come to, and goes past the gate', () => {
    for (const state of ['linked', 'pending', 'paused'] as const) {
      const done = plan({ link: { state, guests: [{ address: 'guest@other.example', response: 'none' }] } });
      const fields = { subject: 'Private appointment', description: null };
      expect(done?.intent).toMatchObject({
        operation: 'update',
        side: 'salesforce',
        remoteId: 's1',
        expectedVersion: 'v2',
        state: 'pending',
        fields,
      });
      expect(done?.link).toMatchObject({ state, guests: [], redaction: fields });
      expect(done?.decision).toMatchObject({ side: 'salesforce', reason: 'private', action: 'update' });
    }
  });

  it('takes out what was written in Salesforce meanwhile, too, but not what was written after the record was redacted', () => {
    expect(plan({ record: { ...base, subject: 'edited' } })?.intent.fields).toMatchObject({ subject: 'Private appointment' });
    expect(plan({ record: { ...redacted, subject: 'edited' }, link: { baseOutlook: redacted } })).toBeNull();
  });

  it('of a pair that was parted goes where something was agreed on, edited since or not; what Salesforce added on its own is its own', () => {
    const record = { ...base, subject: 'edited', description: 'added' };
    const parted = (more: Partial<Link>) => plan({ record, link: { state: 'ended', ...more } })?.intent.fields;
    expect(parted({ baseSalesforce: { ...base, description: null } })).toEqual({ subject: 'Private appointment' });
    expect(parted({ baseSalesforce: base })).toEqual({ subject: 'Private appointment', description: null });
    // After a reset nobody knows what was agreed on.
    expect(parted({ baseSalesforce: null, baseOutlook: null })).toEqual({ subject: 'Private appointment', description: null });
  });

  it('that Salesforce refused before is tried again as it was decided, whosever record it is and whatever was agreed on since', () => {
    const removed = { isOrganizer: false, organizer: 'kim@example.com' };
    const again = plan({ removed, ownerId: '005kim', link: { redaction: { subject: 'Private appointment' }, baseOutlook: redacted } });
    expect(again?.intent.fields).toEqual({ subject: 'Private appointment' });
  });

  it('is no direction: where nothing goes up the words go all the same', () => {
    expect(planRedaction(meeting(), withObject({ up: false }))?.intent.fields).toEqual(plan()?.intent.fields);
    expect(plan()).not.toBeNull();
  });

  it('is left where there is nothing to take out, or the record is in the care of a colleague', () => {
    expect(plan({ record: { ...redacted, companyName: 'Acme' } })).toBeNull();
    const removed = { isOrganizer: false, organizer: 'kim@example.com' };
    expect(plan({ removed, ownerId: '005kim' })).toBeNull();
    expect(plan({ removed })).not.toBeNull();
  });
});
