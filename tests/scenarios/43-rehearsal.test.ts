import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MappingRule } from '../../core/model/index.ts';
import { rehearse } from '../../service/composition/rehearse.ts';
import type { RehearsedChange } from '../../service/http/index.ts';
import { rehearsalBooks } from '../../service/store/index.ts';
import { days, minutes, openScene, outlookContact, outlookMeeting, type Scene, written } from '../scene/index.ts';

let scene: Scene;
let place: { customerId: string; organizationId: string };
beforeAll(async () => {
  scene = await openScene({ settings: { 'event.trigger': 'category' } });
  const ann = scene.people[0]!;
  const now = scene.desk.clock.now();
  ann.mailbox.addEvent(outlookMeeting('Marked', now + days, { categories: ['Salesforce'] }));
  ann.mailbox.addEvent(outlookMeeting('Not marked', now + 2 * days));
  ann.mailbox.addEvent(outlookMeeting('Not marked, and private', now + 2 * days, { sensitivity: 'private' }));
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { nickName: 'Dan' }));
  ann.mailbox.addContact(outlookContact('Kim', 'Lee'));
  await scene.settle();
  const record = scene.records('Contact').find((row) => row.LastName === 'Lee')!;
  scene.salesforce.org.update('Contact', String(record.Id), { Nickname__c: 'Kimmy' }, ann.salesforceId);
  scene.advance(31 * minutes);
  await scene.settle();
  const [organization] = await scene.rows<{ id: string }>('SELECT id FROM organization');
  place = { customerId: scene.customerId, organizationId: String(organization?.id) };
});
afterAll(() => scene.close());

const ask = (change: Partial<RehearsedChange>) =>
  rehearse(
    { books: rehearsalBooks(scene.store), providers: scene.parts.providers, hash: scene.parts.hash, now: () => scene.desk.clock.now() },
    place,
    { settings: {}, mapping: null, ...change },
  );

describe('what the last 30 days would have looked like', () => {
  it('under another trigger: what would begin to travel, and why it does not now', async () => {
    const seen = await ask({ settings: { 'event.trigger': 'everything' } });
    expect(seen).toMatchObject({ users: 1, complete: true, starting: 1, ending: 0 });
    expect(seen.changes).toEqual([{ object: 'event', side: 'outlook', before: 'not-triggered', after: null, items: 1 }]);
    expect(seen.examples.map(({ title }) => title)).toEqual(['Not marked']);
  });

  it('with a direction off: what would cease', async () => {
    const seen = await ask({ settings: { 'event.up': false } });
    expect([seen.starting, seen.ending]).toEqual([0, 1]);
    expect(seen.changes).toContainEqual({ object: 'event', side: 'outlook', before: null, after: 'direction-off', items: 1 });
  });

  it('says so where the change reaches beyond what was read', async () => {
    expect(await ask({ settings: { 'event.window.daysAhead': 3_000 } })).toMatchObject({ complete: false, notCounted: ['window'] });
  });

  it('says so where it is about mails, of which only the marked ones are known; not where none would come', async () => {
    const mails = { complete: false, notCounted: ['mails'] };
    expect(await ask({ settings: { 'email.up': true, 'email.autoSave': true } })).toMatchObject(mails);
    expect(await ask({ settings: { 'email.up': true, 'exclude.domains': ['guest.example'] } })).toMatchObject(mails);
    expect(await ask({ settings: { 'email.up': false } })).toMatchObject({ complete: true, notCounted: [] });
  });

  it('under another mapping: by field what the first sync would write, with both values', async () => {
    const rules: MappingRule[] = [{ kind: 'pair', outlook: 'nickName', salesforce: 'Nickname__c', travels: 'both', max: 80, cut: true }];
    const seen = await ask({ mapping: { object: 'contact', rules } });
    expect(seen.pairs).toBe(2);
    expect(seen.fields).toMatchObject([{ object: 'contact', field: 'nickName', up: 1, down: 1, conflicts: 0 }]);
    expect(seen.fields[0]?.examples).toEqual(
      expect.arrayContaining([
        { title: 'Dana Ruiz', outlook: 'Dan', salesforce: null },
        { title: 'Kim Lee', outlook: null, salesforce: 'Kimmy' },
      ]),
    );
  });

  it('and neither saves nor writes anything', async () => {
    expect(await scene.rows("SELECT 1 FROM setting WHERE key = 'contact.mapping'")).toEqual([]);
    expect(scene.records('Event')).toHaveLength(1);
    expect(written(await scene.sync())).toBe(0);
  });
});
