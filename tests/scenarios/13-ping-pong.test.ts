import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  days,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  salesforceContact,
  salesforceMeeting,
  written,
} from '../scene/index.ts';

let scene: Scene;
const total = (sessions: Parameters<typeof written>[0][]) => sessions.reduce((sum, session) => sum + written(session), 0);
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('writes once for each new item and is quiet then, whatever the servers make of it', async () => {
  const [ann] = scene.people;
  const now = scene.desk.clock.now();
  ann?.mailbox.addContact(
    outlookContact(' Dana ', 'Ruiz ', { jobTitle: '  Head of  Sales ', personalNotes: 'line one\r\nline two  \r\n' }),
  );
  ann?.mailbox.addEvent(
    outlookMeeting(' Review  ', now + days, {
      body: { contentType: 'html', content: '<html><body><p>Agenda&nbsp;</p><ul><li>one</li><li>two</li></ul></body></html>' },
      location: { displayName: 'Room 1 ' },
      showAs: 'workingElsewhere',
    }),
  );
  scene.salesforce.org.insert(
    'Contact',
    salesforceContact('Kim', 'Lee', { Description: 'a\r\nb ', Phone: ' +49 30 1 ' }),
    ann?.salesforceId,
  );
  scene.salesforce.org.insert(
    'Event',
    salesforceMeeting('Call', now + 2 * days, { Description: 'x < y & z\r\n\r\nend' }),
    ann?.salesforceId,
  );
  const sessions = await scene.settle();
  expect(total(sessions)).toBe(4);
  expect(written(sessions.at(-1) as never)).toBe(0);
});

it('writes once for an edit on either side', async () => {
  const [ann] = scene.people;
  const event = ann?.mailbox.events().find((entry) => String(entry.subject).includes('Call'));
  ann?.mailbox.updateEvent(event?.id ?? '', { body: { contentType: 'html', content: '<p>new &amp; better</p>' } });
  expect(total(await scene.settle())).toBe(1);
  const contact = scene.records('Contact').find((row) => row.LastName === 'Ruiz');
  scene.salesforce.org.update('Contact', String(contact?.Id), { Description: 'from\nSalesforce   ' }, ann?.salesforceId);
  scene.advance(31 * 60_000);
  expect(total(await scene.settle())).toBe(1);
});

it('stops a link that another program keeps writing back', async () => {
  const [ann] = scene.people;
  const contact = scene.records('Contact').find((row) => row.LastName === 'Lee');
  let writes = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    const card = ann?.mailbox.contacts().find((entry) => entry.surname === 'Lee');
    if (turn % 2 === 0) ann?.mailbox.updateContact(card?.id ?? '', { jobTitle: `Outlook ${turn}` });
    else scene.salesforce.org.update('Contact', String(contact?.Id), { Title: `Salesforce ${turn}` }, ann?.salesforceId);
    scene.advance(3 * 60_000);
    writes += written(await scene.sync());
  }
  expect(writes).toBeLessThan(8);
  expect(await scene.rows("SELECT reason FROM issue WHERE state = 'open'")).toEqual([{ reason: 'loop-breaker' }]);
});
