import {
  days,
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
import { type Break, breakpoint } from './breakpoint.ts';

export interface Ending {
  outlook: string[];
  salesforce: string[];
  /** Live links, and their states. */
  links: string[];
  mails: number;
  /** What the last session still wrote. */
  restless: number;
}

export interface CrashRun {
  calls: readonly string[];
  ending: Ending;
}

/**
 * One life of a small but rich mailbox: linked items, then people edit, create and delete on both sides, then a run that is broken at its
 * call number `at`, then as many undisturbed runs as it takes. Call 0 breaks nothing.
 */
export async function crashRun(at: number, how: Break): Promise<CrashRun> {
  const point = breakpoint();
  const scene = await openScene({ wrap: point.provider, fetch: point.fetch });
  try {
    const [ann] = scene.people as [ScenePerson];
    const before = populate(scene, ann);
    await scene.settle();
    disturb(scene, ann, before);
    scene.advance(31 * minutes);
    const real = { store: scene.parts.store, desk: scene.parts.desk };
    Object.assign(scene.parts, { store: point.port('store', real.store), desk: point.port('desk', real.desk) });
    point.arm(at, how);
    await scene.sync().catch(() => {});
    const calls = [...point.calls];
    point.disarm();
    // The process is started again: the lease of the one that died runs out in real time.
    Object.assign(scene.parts, { ...real, wall: () => Date.now() + 61_000 });
    scene.advance(31 * minutes);
    const sessions = await scene.settle();
    return { calls, ending: await endingOf(scene, ann, written(sessions.at(-1) as (typeof sessions)[number])) };
  } finally {
    await scene.close();
  }
}

function populate(scene: Scene, ann: ScenePerson) {
  const { mailbox } = ann;
  const { org } = scene.salesforce;
  const soon = scene.desk.clock.now() + days;
  const contacts = ['Ada', 'Ben', 'Col', 'Dot', 'Eli'].map((name) => mailbox.addContact(outlookContact(name, 'Up')).id);
  const records = ['Flo', 'Gus', 'Hal', 'Ivy', 'Jon'].map((name) =>
    org.insert('Contact', salesforceContact(name, 'Down'), ann.salesforceId),
  );
  const meetings = ['Alpha', 'Beta', 'Gamma'].map((subject) => mailbox.addEvent(outlookMeeting(subject, soon)).id);
  const events = ['Delta', 'Epsilon', 'Zeta'].map((subject) => org.insert('Event', salesforceMeeting(subject, soon), ann.salesforceId));
  return { contacts, records, meetings, events };
}

function disturb(scene: Scene, ann: ScenePerson, was: ReturnType<typeof populate>): void {
  const { mailbox } = ann;
  const { org } = scene.salesforce;
  const soon = scene.desk.clock.now() + 2 * days;
  const record = (name: string) => String(scene.records('Contact').find((row) => row.FirstName === name)?.Id);
  const contact = (name: string) => String(mailbox.contacts().find((item) => item.givenName === name)?.id);
  const event = (subject: string) => String(scene.records('Event').find((row) => row.Subject === subject)?.Id);
  mailbox.updateContact(was.contacts[0] as string, { jobTitle: 'Director' });
  mailbox.updateContact(was.contacts[1] as string, { jobTitle: 'Buyer' });
  org.update('Contact', record('Ben'), { Department: 'Sales' }, ann.salesforceId);
  mailbox.deleteContact(was.contacts[2] as string);
  org.update('Contact', record('Dot'), { Title: 'Owner' }, ann.salesforceId);
  org.update('Contact', was.records[0] as string, { Title: 'Pilot' }, ann.salesforceId);
  org.delete('Contact', was.records[1] as string, ann.salesforceId);
  mailbox.deleteContact(contact('Hal'));
  org.update('Contact', was.records[2] as string, { Title: 'Kept' }, ann.salesforceId);
  mailbox.updateContact(contact('Ivy'), { jobTitle: 'Both' });
  org.update('Contact', was.records[3] as string, { Title: 'Both' }, ann.salesforceId);
  mailbox.addContact(outlookContact('Kim', 'New'));
  org.insert('Contact', salesforceContact('Lou', 'New'), ann.salesforceId);
  mailbox.addContact(outlookContact('May', 'Met'));
  org.insert('Contact', salesforceContact('May', 'Met', { Title: 'Same' }), ann.salesforceId);
  mailbox.updateEvent(was.meetings[0] as string, { subject: 'Alpha moved' });
  mailbox.deleteEvent(was.meetings[1] as string);
  org.update('Event', event('Gamma'), { Location: 'Room 7' }, ann.salesforceId);
  org.update('Event', was.events[0] as string, { Subject: 'Delta moved' }, ann.salesforceId);
  org.delete('Event', was.events[1] as string, ann.salesforceId);
  mailbox.addEvent(outlookMeeting('Eta', soon));
  org.insert('Event', salesforceMeeting('Theta', soon), ann.salesforceId);
}

export async function endingOf(scene: Scene, person: ScenePerson, restless: number): Promise<Ending> {
  const own = (row: Record<string, unknown>) => row.OwnerId === person.salesforceId;
  const text = (...parts: unknown[]) => parts.map((part) => part ?? '').join('|');
  const links = await scene.rows<{ object: string; state: string; count: number }>(
    "SELECT object, state, count(*)::int AS count FROM link WHERE state <> 'ended' AND user_id = $1 GROUP BY object, state ORDER BY object, state",
    [person.userId],
  );
  const outlook = [
    ...person.mailbox.contacts().map((item) => text('contact', item.givenName, item.surname, item.jobTitle, item.department)),
    ...person.mailbox.events().map((item) => text('event', item.subject, (item.location as { displayName?: string })?.displayName)),
  ];
  const salesforce = [
    ...scene
      .records('Contact')
      .filter(own)
      .map((row) => text('contact', row.FirstName, row.LastName, row.Title, row.Department)),
    ...scene
      .records('Event')
      .filter(own)
      .map((row) => text('event', row.Subject, row.Location)),
  ];
  const mails = Object.entries(scene.counters()).reduce((sum, [name, sent]) => sum + (name.startsWith('mails.') ? sent : 0), 0);
  return {
    outlook: outlook.sort(),
    salesforce: salesforce.sort(),
    links: links.map((row) => text(row.object, row.state, row.count)),
    mails,
    restless,
  };
}
