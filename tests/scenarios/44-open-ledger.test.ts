import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LedgerLine, ledgerLine } from '../../core/model/index.ts';
import { openLedger } from '../../service/store/index.ts';
import {
  addSource,
  days,
  guest,
  minutes,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  salesforceContact,
  written,
} from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  const ann = scene.people[0]!;
  const now = scene.desk.clock.now();
  for (let n = 0; n < 4; n += 1) ann.mailbox.addContact(outlookContact(`Guest${n}`, 'Ruiz', { emailAddresses: [] }));
  for (let n = 1; n < 4; n += 1) ann.mailbox.addEvent(outlookMeeting(`Meeting ${n}`, now + n * days));
  ann.mailbox.addTask({ title: 'Send the offer' });
  scene.salesforce.org.insert('Contact', salesforceContact('Ann', 'Poe'), ann.salesforceId);
  await scene.settle();
});
afterEach(() => scene.close());

const mailbox = (userId = scene.people[0]!.userId) => ({ customerId: scene.customerId, userId });
const ledger = () => openLedger(scene.store, scene.parts.ids);
const at = () => new Date(scene.desk.clock.now()).toISOString();
const act = () => ({ actor: null, onBehalfOf: null, source: 'test', at: at(), activities: [] });

/** As a file of JSON Lines: page by page out, and read back from text. */
async function exported(limit = 3, of = mailbox()): Promise<LedgerLine[]> {
  const lines: string[] = [];
  let after: Parameters<ReturnType<typeof ledger>['read']>[1]['after'];
  for (;;) {
    const page = await ledger().read(of, { after, limit, at: at() });
    lines.push(...page.map(({ line }) => JSON.stringify(line)));
    if (page.length < limit) return lines.map((line) => ledgerLine.parse(JSON.parse(line)));
    after = page.at(-1)?.place;
  }
}
const imported = (lines: readonly LedgerLine[], wall = '2000-01-01T00:00:00.000Z', to = mailbox()) =>
  ledger().write(to, { lines, wall, act: act() });

/** Another installation, as far as this mailbox goes: connected, and nothing known of it. */
const forget = () =>
  scene.store.asCustomers([scene.customerId], async ({ execute }) => {
    for (const table of ['intent', 'decision', 'issue', 'conflict', 'link', 'observation', 'collection']) {
      await execute(`DELETE FROM ${table}`);
    }
  });
const links = () =>
  scene.rows<{ pair: string }>(
    "SELECT object || ' ' || outlook_id || ' ' || salesforce_id AS pair FROM link WHERE state = 'linked' ORDER BY 1",
  );

describe('the open ledger', () => {
  it('carries on in an empty installation: the next sync writes nothing, and edits travel as before', async () => {
    const before = await links();
    expect(before).toHaveLength(9);
    const lines = await exported();
    await forget();
    expect(await imported(lines)).toMatchObject({ links: 9, refused: [] });
    expect(written(await scene.sync())).toBe(0);
    expect(await links()).toEqual(before);
    expect(scene.records('Contact')).toHaveLength(5);
    const record = scene.records('Event')[0]!;
    scene.salesforce.org.update('Event', String(record.Id), { Location: 'Room 9' }, scene.people[0]!.salesforceId);
    scene.advance(31 * minutes);
    const [session] = await scene.settle();
    expect(written(session!)).toBe(1);
    const [guest] = scene.people[0]!.mailbox.contacts();
    scene.people[0]!.mailbox.deleteContact(guest!.id);
    scene.advance(31 * minutes);
    await scene.settle();
    expect(scene.records('Contact')).toHaveLength(4);
  });

  /** A meeting with two contacts, in an installation that began with this ledger; `read` gives who is invited. */
  async function withGuests(take: (line: LedgerLine) => LedgerLine) {
    const ann = scene.people[0]!;
    const people = ['kim', 'lee'].map((name) => `${name}@guest.example`);
    const ids = people.map((Email) => scene.salesforce.org.insert('Contact', { LastName: Email, Email }, ann.salesforceId));
    const attendees = people.map(guest);
    const meeting = ann.mailbox.addEvent(outlookMeeting('Pitch', scene.desk.clock.now() + 5 * days, { attendees }));
    await scene.settle();
    const rows = () => scene.records('EventRelation').filter((row) => row.IsInvitee === true);
    const invited = () => rows().map((row) => ids.indexOf(String(row.RelationId)));
    expect(invited()).toEqual([0, 1]);
    const lines = await exported(1_000);
    await forget();
    expect(await imported(lines.map(take))).toMatchObject({ refused: [] });
    expect(written(await scene.sync())).toBe(0);
    const edit = async (change: Record<string, unknown>) => {
      ann.mailbox.updateEvent(meeting.id, change);
      scene.advance(31 * minutes);
      await scene.settle();
    };
    return { attendees, invited, edit };
  }

  it('knows whom it invited: who is taken off goes, and of what turns private everybody', async () => {
    const { attendees, invited, edit } = await withGuests((line) => line);
    await edit({ attendees: attendees.slice(0, 1) });
    expect(invited()).toEqual([0]);
    await edit({ sensitivity: 'private' });
    expect(invited()).toEqual([]);
  });

  it('of a time when it did not say whom it invited leaves nobody on a meeting that turns private, but whom Salesforce added', async () => {
    const older = ({ ...line }: LedgerLine): LedgerLine => {
      if (line.kind !== 'link') return line;
      const { guests, guestsDone, ...rest } = line;
      return rest;
    };
    const { invited, edit } = await withGuests(older);
    const event = scene.records('Event').find(({ Subject }) => Subject === 'Pitch');
    const own = scene.salesforce.org.insert('Contact', salesforceContact('Max', 'Own'), scene.people[0]!.salesforceId);
    scene.salesforce.org.insert('EventRelation', { EventId: event?.Id, RelationId: own, IsInvitee: true }, scene.people[0]!.salesforceId);
    await edit({ sensitivity: 'private' });
    expect(invited()).toEqual([-1]);
    expect(scene.records('EventRelation').some((row) => row.RelationId === own && row.IsInvitee === true)).toBe(true);
  });

  it("of a site carries on like that, too, and is no other lane's", async () => {
    const { id, webUrl } = scene.graph.sharePoint.addSite('Fairs', null);
    const list = scene.graph.sharePoint.addList(id, 'Calendar', 'events');
    const [start, end] = [2, 3].map((day) => new Date(scene.desk.clock.now() + day * days).toISOString());
    scene.graph.sharePoint.addItem(list.id, { Title: 'Fair', EventDate: start, EndDate: end, fAllDayEvent: false });
    const site = await addSource(scene, { kind: 'site', remoteId: id, name: 'Fairs', address: webUrl }, scene.people[0]!);
    await scene.settle(site);
    const lines = await exported(1_000, mailbox(site.userId));
    await forget();
    expect(await imported(lines)).toMatchObject({ links: 0, refused: [{ at: 0 }] });
    expect(await imported(lines, undefined, mailbox(site.userId))).toMatchObject({ links: 1, refused: [] });
    expect(written(await scene.sync(site))).toBe(0);
    expect(scene.records('Event').filter(({ Subject }) => Subject === 'Fair')).toHaveLength(1);
  });

  it('is what keeps the sync quiet: without it everything is written again, and only the external ids keep doubles away', async () => {
    await forget();
    expect(written(await scene.sync())).toBeGreaterThan(0);
    expect(scene.records('Contact')).toHaveLength(5);
  });

  it('asked twice changes nothing, and a pair that stands here is not tied anew', async () => {
    const lines = await exported(1_000);
    expect(await imported(lines)).toMatchObject({ links: 0, decisions: 0, known: lines.length - 1, refused: [] });
    const link = lines.find((line) => line.kind === 'link')!;
    expect(await imported([lines[0]!, { ...link, salesforceId: '003000000000999AAA' } as LedgerLine])).toMatchObject({
      links: 0,
      refused: [{ at: 1, what: expect.stringContaining('has a partner here already') }],
    });
  });

  it('of another mailbox is refused whole, and so is any while a sync runs', async () => {
    const [head, ...rest] = await exported(1_000);
    await forget();
    const other = { ...head, mailboxAddress: 'kim@other.example' } as LedgerLine;
    expect(await imported([other, ...rest])).toMatchObject({ links: 0, refused: [{ at: 0 }] });
    await scene.store.asSystem(({ execute }) => execute("UPDATE lane SET lease_until = '2001-01-01T00:00:00Z'"));
    expect(await imported([head as LedgerLine, ...rest])).toBeNull();
    expect(await links()).toEqual([]);
  });

  it('says in each part whose it is: a later part of a refused file does not go in', async () => {
    const [, ...rest] = await exported(1_000);
    await forget();
    expect(await imported(rest)).toMatchObject({
      links: 0,
      decisions: 0,
      refused: [{ at: 0, todo: expect.stringContaining('`mailbox` line') }],
    });
    expect(await links()).toEqual([]);
  });

  it('remembers what was ended, so that what a person ended is not made again', async () => {
    const [event] = scene.people[0]!.mailbox.events();
    await scene.store.asCustomers([scene.customerId], ({ execute }) =>
      execute(`UPDATE link SET state = 'ended', series_id = 'm', redaction = '{"subject": "Hidden"}' WHERE outlook_id = $1`, [event?.id]),
    );
    await scene.rows("UPDATE link SET state = 'paused' WHERE object = 'task'");
    const lines = await exported();
    await forget();
    expect(await imported(lines)).toMatchObject({ links: 9, refused: [] });
    const kept = "SELECT state, series_id, redaction FROM link WHERE state <> 'linked' ORDER BY state";
    expect(await scene.rows(kept)).toEqual([
      { state: 'ended', series_id: 'm', redaction: { subject: 'Hidden' } },
      { state: 'paused', series_id: null, redaction: null },
    ]);
    expect(written(await scene.sync())).toBe(0);
    expect(await scene.rows("SELECT 1 FROM link WHERE state = 'ended'")).toHaveLength(1);
  });
});
