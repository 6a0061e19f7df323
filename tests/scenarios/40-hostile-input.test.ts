import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Provider, RawItem, ReadRequest } from '../../core/sync/index.ts';
import {
  days,
  guest,
  minutes,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  type ScenePerson,
  salesforceContact,
  salesforceMeeting,
  written,
} from '../scene/index.ts';

/** What calendars and address books of real mailboxes hold. Each item syncs as far as it can or becomes one issue; nobody else waits for it. */
let scene: Scene;
let ann: ScenePerson;

const control = 'Be\u0000ll\u0007 \u001b[31mred\u200b';
const rightToLeft = '\u202eשלום \u061cمرحبا';
const emoji = '👩‍👩‍👧‍👦 Family 🏳️‍🌈';
const halves = 'half \ud83d of a character';

const crowd = Array.from({ length: 10_000 }, (_, number) => guest(`guest${number}@elsewhere.example`));
/** No provider takes these from a client; invitations from outside, imports and other products have brought all of them. */
const arrived: Record<string, (raw: Record<string, unknown>) => Record<string, unknown>> = {
  'All hands': (raw) => ({ ...raw, attendees: crowd }),
  Reversed: (raw) => ({ ...raw, start: raw.end, end: raw.start }),
  'Odd guest': (raw) => ({ ...raw, attendees: [guest('x500:/o=first/cn=atsign'), guest(''), guest('kim@elsewhere.example')] }),
  'Down reversed': (raw) => ({ ...raw, StartDateTime: raw.EndDateTime, EndDateTime: raw.StartDateTime, DurationInMinutes: -30 }),
};
function wrap(real: Provider): Provider {
  async function* read(requests: readonly ReadRequest[]) {
    for await (const page of real.read(requests)) yield { ...page, items: page.items.map(asArrived) };
  }
  return new Proxy(real, {
    get(target, key) {
      const own = Reflect.get(target, key) as unknown;
      if (key === 'read') return read;
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
function asArrived(item: RawItem): RawItem {
  const raw = item.raw as Record<string, unknown> | null;
  const change = arrived[String(raw?.subject ?? raw?.Subject ?? '')];
  return raw && change ? { ...item, raw: change(raw) } : item;
}

const issues = () =>
  scene.rows<{ reason: string; remote_id: string; object: string; side: string }>(
    "SELECT reason, remote_id, object, side FROM issue WHERE state = 'open' ORDER BY object, reason",
  );
const own = (sobject: string) => scene.records(sobject).filter((row) => row.OwnerId === ann.salesforceId);
const named = (sobject: string, field: string, part: string) => own(sobject).filter((row) => String(row[field] ?? '').includes(part));

beforeAll(async () => {
  scene = await openScene({ wrap });
  [ann] = scene.people as [ScenePerson];
});
afterAll(() => scene.close());

describe('hostile words', () => {
  it('travel up without what no screen can show, and come back by no write', async () => {
    for (const [index, words] of [control, rightToLeft, emoji, halves].entries()) {
      ann.mailbox.addContact(outlookContact(`Wild${index}`, `Words${index}`, { jobTitle: words, personalNotes: `${words}\r\n${words}` }));
      ann.mailbox.addEvent(outlookMeeting(`Wild${index} ${words}`, scene.desk.clock.now() + days, { location: { displayName: words } }));
      ann.mailbox.addTask({ title: `Wild${index} ${words}`, body: { contentType: 'text', content: words } });
    }
    ann.mailbox.addContact(outlookContact('Plain', 'Neighbour'));
    const sessions = await scene.settle();
    expect(written(sessions.at(-1) as (typeof sessions)[number])).toBe(0);
    for (const [sobject, field] of [
      ['Contact', 'FirstName'],
      ['Event', 'Subject'],
      ['Task', 'Subject'],
    ] as const)
      expect(named(sobject, field, 'Wild')).toHaveLength(4);
    expect(named('Contact', 'LastName', 'Neighbour')).toHaveLength(1);
    const shown = JSON.stringify([...own('Contact'), ...own('Event'), ...own('Task')]);
    expect(shown).not.toMatch(/\\u0000|\\u0007|\\u001b/);
    expect(shown).toContain('👩‍👩‍👧‍👦');
    expect(shown).toContain('שלום');
    expect(await issues()).toEqual([]);
  });

  it('travel down as well', async () => {
    scene.salesforce.org.insert(
      'Contact',
      salesforceContact('Down', 'Wild', { Title: emoji, Description: rightToLeft, MailingCity: halves }),
      ann.salesforceId,
    );
    scene.advance(31 * minutes);
    const sessions = await scene.settle();
    expect(ann.mailbox.contacts().find((item) => item.givenName === 'Down')).toMatchObject({ jobTitle: emoji });
    expect(written(sessions.at(-1) as (typeof sessions)[number])).toBe(0);
  });
});

describe('hostile times', () => {
  it.each([
    ['of no length', 0],
    ['of a second', 1_000],
    ['of 40 days', 40 * days],
  ])('a meeting %s syncs, or says why in one place', async (name, length) => {
    const start = Math.floor((scene.desk.clock.now() + 2 * days) / minutes) * minutes;
    const at = (time: number) => ({ dateTime: new Date(time).toISOString().replace('Z', ''), timeZone: 'UTC' });
    const { id } = ann.mailbox.addEvent({ subject: `Time ${name}`, start: at(start), end: at(start + length) });
    await neighbourSyncs(`Beside ${name}`);
    const made = named('Event', 'Subject', `Time ${name}`).length;
    const said = (await issues()).filter((issue) => issue.remote_id === id).length;
    expect(made + said).toBe(1);
    ann.mailbox.deleteEvent(id);
  });

  it('a meeting that ends before it begins is one issue at most', async () => {
    const { id } = ann.mailbox.addEvent(outlookMeeting('Reversed', scene.desk.clock.now() + 4 * days));
    await neighbourSyncs('Beside reversed');
    const said = (await issues()).filter((issue) => issue.remote_id === id).length;
    expect(named('Event', 'Subject', 'Reversed').length + said).toBe(1);
  });

  it.each([
    ['in the year 1600', '1600-02-29T10:00:00', '1600-02-29T11:00:00'],
    ['in the year 4500', '4500-12-31T10:00:00', '4500-12-31T11:00:00'],
  ])('a meeting %s is outside of the window, and nothing waits for it', async (name, start, end) => {
    ann.mailbox.addEvent({ subject: `Time ${name}`, start: { dateTime: start, timeZone: 'UTC' }, end: { dateTime: end, timeZone: 'UTC' } });
    await neighbourSyncs(`Beside ${name}`);
    expect(named('Event', 'Subject', `Time ${name}`)).toEqual([]);
  });

  it.each([
    ['of no length', 0, 0],
    ['in the year 1700', Date.UTC(1700, 0, 2), 30],
    ['in the year 4000', Date.UTC(4000, 11, 30), 30],
  ])('an Event of Salesforce %s comes down, or says why in one place', async (name, at, length) => {
    const start = Math.floor((at || scene.desk.clock.now() + 2 * days) / minutes) * minutes;
    const times = { StartDateTime: new Date(start).toISOString(), DurationInMinutes: length };
    const id = scene.salesforce.org.insert('Event', { Subject: `Down ${name}`, ...times }, ann.salesforceId);
    await neighbourSyncs(`Beside down ${name}`);
    const made = ann.mailbox.events().filter((event) => event.subject === `Down ${name}`).length;
    const said = (await issues()).filter((issue) => issue.remote_id === id).length;
    // So far away that no window shows it, it is no matter of this mailbox.
    expect(made + said).toBe(at === 0 ? 1 : 0);
  });

  it('an Event of Salesforce that ends before it begins is one issue at most', async () => {
    scene.salesforce.org.insert('Event', salesforceMeeting('Down reversed', scene.desk.clock.now() + 5 * days), ann.salesforceId);
    await neighbourSyncs('Beside down reversed');
    const said = (await issues()).filter((issue) => issue.side === 'salesforce' && issue.object === 'event').length;
    expect(ann.mailbox.events().filter((event) => event.subject === 'Down reversed').length + said).toBe(1);
  });

  it.each(['1600-02-29', '4500-12-31'])('a To Do task due on %s syncs, or says why in one place', async (day) => {
    const dueDateTime = { dateTime: `${day}T00:00:00`, timeZone: 'UTC' };
    const { id } = ann.mailbox.addTask({ title: `Due ${day}`, dueDateTime });
    await neighbourSyncs(`Beside ${day}`);
    const made = named('Task', 'Subject', `Due ${day}`).length;
    const said = (await issues()).filter((issue) => issue.remote_id.endsWith(id)).length;
    expect([made, made + said > 0]).toEqual([made > 0 ? 1 : 0, true]);
  });

  it('a rule without an end travels as far as the window, and nothing waits for it', async () => {
    const start = Math.floor((scene.desk.clock.now() + days) / minutes) * minutes;
    const range = { type: 'noEnd', startDate: new Date(start).toISOString().slice(0, 10) };
    const { id } = ann.mailbox.addEvent({
      ...outlookMeeting('For ever', start),
      recurrence: { pattern: { type: 'daily', interval: 1 }, range },
    });
    await neighbourSyncs('Beside for ever');
    const meetings = named('Event', 'Subject', 'For ever').length;
    expect(meetings).toBeGreaterThan(50);
    expect(meetings).toBeLessThan(62);
    ann.mailbox.deleteEvent(id);
  });

  it('a birthday in the year 1600 or 4500 does not keep its contact back', async () => {
    ann.mailbox.addContact(outlookContact('Old', 'Timer', { birthday: '1600-02-29T11:59:00Z' }));
    ann.mailbox.addContact(outlookContact('Far', 'Future', { birthday: '4500-02-28T11:59:00Z' }));
    await neighbourSyncs('Beside birthdays');
    expect(own('Contact').filter((row) => ['Timer', 'Future'].includes(String(row.LastName)))).toHaveLength(2);
    const about = (await issues()).filter((issue) => issue.object === 'contact');
    expect(about.length).toBeLessThanOrEqual(2);
  });
});

describe('hostile people', () => {
  it('ten thousand attendees are one Event, and no mail of ours', async () => {
    ann.mailbox.addEvent(outlookMeeting('All hands', scene.desk.clock.now() + 3 * days));
    await neighbourSyncs('Beside all hands');
    expect(named('Event', 'Subject', 'All hands')).toHaveLength(1);
    const mails = Object.entries(scene.counters()).filter(([name, sent]) => name.startsWith('mails.') && sent > 0);
    expect(mails).toEqual([]);
  });

  it('an attendee whose address has no @ does not keep the meeting back', async () => {
    ann.mailbox.addEvent(outlookMeeting('Odd guest', scene.desk.clock.now() + 3 * days));
    await neighbourSyncs('Beside odd guest');
    expect(named('Event', 'Subject', 'Odd guest')).toHaveLength(1);
  });

  it('an address without @ does not keep its contact back', async () => {
    ann.mailbox.addContact({
      givenName: 'No',
      surname: 'Atsign',
      emailAddresses: [{ name: 'No Atsign', address: 'x500:/o=first/cn=atsign' }],
    });
    await neighbourSyncs('Beside no at sign');
    expect(named('Contact', 'LastName', 'Atsign')).toHaveLength(1);
    expect(JSON.stringify(own('Contact'))).not.toContain('x500');
  });

  it('a contact without any name is one issue or one record, once', async () => {
    const { id } = ann.mailbox.addContact({ personalNotes: 'who was that?' });
    await neighbourSyncs('Beside nobody');
    await neighbourSyncs('Beside nobody again');
    const said = (await issues()).filter((issue) => issue.remote_id === id);
    expect(said).toHaveLength(1);
  });
});

it('is quiet at the end, whatever it had to read', async () => {
  scene.advance(31 * minutes);
  const sessions = await scene.settle();
  expect(written(sessions.at(-1) as (typeof sessions)[number])).toBe(0);
  expect((sessions.at(-1) as (typeof sessions)[number]).state).not.toBe('failed');
});

/** An ordinary contact made at the same time is in Salesforce after one session, which did not fail. */
async function neighbourSyncs(words: string): Promise<void> {
  const last = words.replaceAll(' ', '');
  ann.mailbox.addContact(outlookContact('Neighbour', last));
  scene.advance(31 * minutes);
  const session = await scene.sync();
  expect(session.state).not.toBe('failed');
  expect(named('Contact', 'LastName', last)).toHaveLength(1);
}
