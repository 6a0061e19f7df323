import { afterEach, beforeEach, expect, it } from 'vitest';
import { count, days, minutes, openScene, type Scene, salesforceMeeting, written } from '../scene/index.ts';

let scene: Scene;
const ann = () => scene.people[0]!;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

it.each(['classic', 'lightning'] as const)(
  'brings each meeting of a %s series of Salesforce as its own, and not the hidden pattern',
  async (kind) => {
    const fields = salesforceMeeting('Site visit', scene.desk.clock.now() + days);
    const made = scene.salesforce.org.insertSeries(
      { fields, rule: 'FREQ=WEEKLY;COUNT=4', zone: 'Europe/Berlin', kind },
      ann().salesforceId,
    );
    const [first] = await scene.settle();
    expect(count(first!, 'event', 'down', 'created')).toBe(4);
    const events = () => ann().mailbox.events();
    expect(events().map((event) => [event.subject, event.type])).toEqual(Array.from({ length: 4 }, () => ['Site visit', 'singleInstance']));
    const decisions = await scene.rows<{ reason: string }>('SELECT reason FROM decision WHERE remote_id = $1', [made.pattern]);
    expect(decisions).toEqual([{ reason: 'recurring' }]);
    scene.salesforce.org.update('Event', made.meetings[1]!, { Location: 'North gate' }, ann().salesforceId);
    ann().mailbox.updateEvent(events()[2]!.id, { subject: 'Site visit with Kim' });
    scene.advance(31 * minutes);
    await scene.settle();
    expect(events().map((event) => (event.location as { displayName: string }).displayName)).toContain('North gate');
    expect(scene.records('Event').filter((row) => row.Subject === 'Site visit with Kim')).toHaveLength(1);
    expect(scene.records('Event')).toHaveLength(5);
    expect(written(await scene.sync())).toBe(0);
  },
);
