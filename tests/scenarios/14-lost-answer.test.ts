import { afterEach, beforeEach, expect, it } from 'vitest';
import { days, openScene, outlookContact, outlookMeeting, type Scene, salesforceContact, salesforceMeeting } from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const both = async () => {
  for (let run = 0; run < 3; run += 1) {
    await scene.sync();
    scene.advance(31 * 60_000);
  }
};

it.each(['graph.batch', 'graph.contacts.create', 'graph.events.create'])(
  'makes one Outlook item when the answer of %s is lost',
  async (at) => {
    const [ann] = scene.people;
    scene.salesforce.org.insert('Contact', salesforceContact('Kim', 'Lee'), ann?.salesforceId);
    scene.salesforce.org.insert('Event', salesforceMeeting('Call', scene.desk.clock.now() + days), ann?.salesforceId);
    await scene.sync();
    scene.salesforce.org.insert('Contact', salesforceContact('Zoe', 'Young'), ann?.salesforceId);
    scene.salesforce.org.insert('Event', salesforceMeeting('Second call', scene.desk.clock.now() + days), ann?.salesforceId);
    scene.advance(31 * 60_000);
    scene.faults([{ at, nth: at === 'graph.batch' ? 2 : 1, do: 'lost-answer' }]);
    await both();
    expect(scene.counters()[at]).toBeGreaterThan(0);
    expect(ann?.mailbox.contacts()).toHaveLength(2);
    expect(ann?.mailbox.events()).toHaveLength(2);
  },
);

it.each(['salesforce.composite', 'salesforce.collections.upsert', 'salesforce.queryAll'])(
  'makes one Salesforce record when the answer of %s is lost',
  async (at) => {
    const [ann] = scene.people;
    await scene.sync();
    ann?.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    ann?.mailbox.addEvent(outlookMeeting('Review', scene.desk.clock.now() + days));
    for (const nth of [1, 2, 3]) {
      scene.faults([{ at, nth, do: 'lost-answer' }]);
      await scene.sync();
      scene.advance(31 * 60_000);
    }
    // Else no answer of it was lost.
    expect(scene.counters()[at]).toBeGreaterThan(0);
    await both();
    expect(scene.records('Contact').filter((row) => row.OwnerId === ann?.salesforceId)).toHaveLength(1);
    expect(scene.records('Event')).toHaveLength(1);
  },
);
