import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conflicts as inbox } from '../../service/store/index.ts';
import { days, minutes, openScene, outlookContact, type Scene, written } from '../scene/index.ts';

let scene: Scene;
let desk: ReturnType<typeof inbox>;
let number = 0;
beforeAll(async () => {
  scene = await openScene({ settings: { 'contact.conflict': 'ask' } });
  desk = inbox(scene.store, scene.parts.ids);
});
afterAll(() => scene.close());

const ann = () => scene.people[0]!;
const wall = () => [scene.customerId];
const list = (state: 'open' | 'kept' | 'all') => desk.list(wall(), { userId: ann().userId, state }, { limit: 100 });
const answer = (ids: string[], keep: 'outlook' | 'salesforce' | 'base') =>
  desk.answer(
    wall(),
    scene.customerId,
    { userId: ann().userId, ids, keep },
    {
      actor: { accountId: scene.parts.ids.next(), email: 'ann@lockstep.example' },
      onBehalfOf: null,
      source: 'test',
      at: new Date(scene.parts.clock.now()).toISOString(),
      activities: [],
    },
  );
const outlook = (id: string) =>
  ann()
    .mailbox.contacts()
    .find((contact) => contact.id === id);
const record = (surname: string) => scene.records('Contact').find((row) => row.LastName === surname);
const sync = async () => {
  scene.advance(31 * minutes);
  return scene.sync();
};

/** A contact in step, then edited on both sides: Outlook says Chemist, Salesforce (a minute later) Director. */
async function disputed(): Promise<{ id: string; surname: string }> {
  const surname = `Ruiz${++number}`;
  const { id } = ann().mailbox.addContact(outlookContact('Dana', surname, { jobTitle: 'Buyer' })) as { id: string };
  await scene.settle();
  ann().mailbox.updateContact(id, { jobTitle: 'Chemist' });
  scene.advance(minutes);
  scene.salesforce.org.update('Contact', String(record(surname)?.Id), { Title: 'Director' }, ann().salesforceId);
  await sync();
  return { id, surname };
}
const both = ({ id, surname }: { id: string; surname: string }) => [outlook(id)?.jobTitle, record(surname)?.Title];
beforeEach(async () => {
  for (const open of await list('open')) await answer([open.id], 'outlook');
  await scene.settle();
});

describe('a field that both sides changed, where a setting asks', () => {
  it('waits with both values and the base; nothing else of the item waits', async () => {
    const item = await disputed();
    expect(both(item)).toEqual(['Chemist', 'Director']);
    const [open] = await list('open');
    expect(open).toMatchObject({
      object: 'contact',
      field: 'title',
      title: `Dana ${item.surname}`,
      hasBase: true,
      base: 'Buyer',
      outlook: 'Chemist',
      salesforce: 'Director',
      winner: null,
    });
    ann().mailbox.updateContact(item.id, { department: 'Lab' });
    await sync();
    expect(record(item.surname)?.Department).toBe('Lab');
    expect((await list('open')).map((one) => [one.id, one.deadlineAt])).toEqual([[open?.id, open?.deadlineAt]]);
  });

  for (const [keep, value] of [
    ['outlook', 'Chemist'],
    ['salesforce', 'Director'],
    ['base', 'Buyer'],
  ] as const) {
    it(`keeps ${keep} when a person says so, on both sides, and is quiet after`, async () => {
      const item = await disputed();
      const [open] = await list('open');
      expect(await answer([open!.id], keep)).toBe(1);
      await sync();
      expect(both(item)).toEqual([value, value]);
      expect(await list('open')).toEqual([]);
      expect((await desk.get(wall(), open!.id))?.state).toBe('settled');
      expect(written(await sync())).toBe(0);
      expect(await scene.rows("SELECT id FROM issue WHERE state <> 'resolved' AND reason = 'conflict'")).toEqual([]);
    });
  }

  it('puts the loser back when somebody changes their mind', async () => {
    const item = await disputed();
    const [open] = await list('open');
    await answer([open!.id], 'outlook');
    await sync();
    expect(await answer([open!.id], 'salesforce')).toBe(1);
    await sync();
    expect(both(item)).toEqual(['Director', 'Director']);
    expect(written(await sync())).toBe(0);
  });

  it('does not carry an answer out over a later edit', async () => {
    const item = await disputed();
    const [open] = await list('open');
    ann().mailbox.updateContact(item.id, { jobTitle: 'Minister' });
    await answer([open!.id], 'salesforce');
    await sync();
    expect(outlook(item.id)?.jobTitle).toBe('Minister');
    expect((await desk.get(wall(), open!.id))?.state).toBe('overtaken');
    expect((await list('open')).map((one) => [one.outlook, one.salesforce])).toEqual([['Minister', 'Director']]);
  });

  it('ends by itself where both come to the same value, or the item is deleted', async () => {
    const one = await disputed();
    ann().mailbox.updateContact(one.id, { jobTitle: 'Director' });
    await sync();
    expect(await list('open')).toEqual([]);
    const other = await disputed();
    expect(await list('open')).toHaveLength(1);
    ann().mailbox.deleteContact(other.id);
    await sync();
    await sync();
    expect(await list('open')).toEqual([]);
  });

  it('after the deadline takes the newer edit and keeps the loser, which can be put back', async () => {
    const item = await disputed();
    scene.advance(13 * days);
    await sync();
    expect(both(item)).toEqual(['Chemist', 'Director']);
    scene.advance(2 * days);
    await sync();
    expect(both(item)).toEqual(['Director', 'Director']);
    expect(await list('open')).toEqual([]);
    const kept = (await list('kept')).find((one) => one.title === `Dana ${item.surname}`);
    expect(kept).toMatchObject({ state: 'decided', decidedBy: 'deadline', winner: 'salesforce', outlook: 'Chemist' });
    await answer([kept!.id], 'outlook');
    await sync();
    expect(both(item)).toEqual(['Chemist', 'Chemist']);
    expect(written(await sync())).toBe(0);
  });

  it('keeps the answer through a write that is refused, and carries it out when it can', async () => {
    const item = await disputed();
    const [open] = await list('open');
    const rule = { object: 'Contact', field: 'Title', operator: 'equals', value: 'Chemist', message: 'No chemists.' };
    scene.salesforce.control.set({ validationRules: [rule] });
    await answer([open!.id], 'outlook');
    expect((await sync()).state).toBe('partly');
    expect(both(item)).toEqual(['Chemist', 'Director']);
    scene.salesforce.control.set({ validationRules: [] });
    ann().mailbox.updateContact(item.id, { department: 'Again' });
    await sync();
    expect(both(item)).toEqual(['Chemist', 'Chemist']);
    expect((await desk.get(wall(), open!.id))?.state).toBe('settled');
  });
});

describe('where a rule decides', () => {
  it('keeps the value that lost, and names the newer edit', async () => {
    await scene.rows(`UPDATE setting SET value = '"newer"' WHERE key = 'contact.conflict'`);
    const item = await disputed();
    expect(both(item)).toEqual(['Director', 'Director']);
    const kept = (await list('kept')).filter((one) => one.title === `Dana ${item.surname}`);
    expect(kept).toMatchObject([{ state: 'decided', decidedBy: 'newer', winner: 'salesforce', outlook: 'Chemist', base: 'Buyer' }]);
    await scene.rows(`UPDATE setting SET value = '"ask"' WHERE key = 'contact.conflict'`);
  });
});

it('two answers at once are one', async () => {
  await disputed();
  const [open] = await list('open');
  const counts = await Promise.all([answer([open!.id], 'outlook'), answer([open!.id], 'outlook')]);
  expect(counts.sort()).toEqual([0, 1]);
});
