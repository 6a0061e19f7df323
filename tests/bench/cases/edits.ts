import { graphWrites, leastOf, outlookListings, salesforceListings, salesforceWrites } from '../least-requests.ts';
import type { Direction } from '../measurement.ts';
import { alice, type BenchWorld, openWorld } from '../open-world.ts';
import type { BenchCase, CaseRow } from './bench-case.ts';

const person = `/users/${alice}`;

export const edits: BenchCase = {
  title: 'Requests per edit and per N new items, in a mailbox that is in step',
  note: 'Salesforce compares the version of an edit itself and shows what was written in the same request (ADR 28). New contacts are looked up first by their addresses, so that none is made twice.',
  sizes: { quick: [40], whole: [1000] },
  measure: async (n, profile) => [...(await measured('up', n, profile)), ...(await measured('down', n, profile))],
};

const measured = (direction: Direction, n: number, profile: string | null): Promise<CaseRow[]> =>
  openWorld({ profile }, async (world) => {
    const { sandbox, run, later, memory } = world;
    const up = direction === 'up';
    const side = up ? 'outlook' : 'salesforce';
    const way = up ? 'to Salesforce' : 'to Outlook';
    const settled = async () => {
      await later();
      await run(0);
      await later();
    };
    const least = (written: number) =>
      up
        ? leastOf([outlookListings(written)], [salesforceListings(0), salesforceWrites(written, 1)])
        : leastOf([outlookListings(0), graphWrites(written, 1)], [salesforceListings(written)]);
    const row = async (items: string, written: number): Promise<CaseRow> => {
      const measure = await run(written);
      return { items, run: way, measure, least: least(written), memory: memory() };
    };
    await sandbox.ask(`${person}/seed`, { contacts: 1, events: 1, side });
    await run(2);
    await settled();
    await editOne(world, direction);
    const rows = [await row('one edit', 1)];
    await settled();
    await sandbox.ask(`${person}/seed`, { contacts: n, side, seed: 2 });
    rows.push(await row(`${n} contacts`, n));
    await settled();
    await sandbox.ask(`${person}/seed`, { events: n, side, seed: 3 });
    rows.push(await row(`${n} events`, n));
    return rows;
  });

async function editOne({ sandbox }: BenchWorld, direction: Direction): Promise<void> {
  if (direction === 'up') {
    const { items } = await sandbox.ask<{ items: { id: string }[] }>(`${person}/contacts`);
    await sandbox.ask(`${person}/contacts/${items[0]?.id}/edit`, { jobTitle: 'Director' });
  } else {
    const { items } = await sandbox.ask<{ items: { Id: string }[] }>(`${person}/salesforce/Contact`);
    await sandbox.ask(`${person}/salesforce/Contact/${items[0]?.Id}/edit`, { Title: 'Director' });
  }
}
