import { folders, leastOf, outlookListings, salesforceListings, salesforceWrites } from '../least-requests.ts';
import { alice, openWorld } from '../open-world.ts';
import type { BenchCase } from './bench-case.ts';

const occurrences = 10;
const day = 86_400_000;

export const series: BenchCase = {
  title: 'Series of Outlook, one Event per occurrence',
  note: `N occurrences, ${occurrences} a series, one a day.`,
  sizes: { quick: [40], whole: [200, 1000] },
  measure: (n, profile) =>
    openWorld({ profile }, async ({ sandbox, run, later, memory }) => {
      const count = Math.ceil(n / occurrences);
      const { now } = await sandbox.ask<{ now: string }>('/clock');
      for (let place = 0; place < count; place += 1) await sandbox.ask(`/users/${alice}/events`, daily(place, Date.parse(now)));
      const all = count * occurrences;
      const items = `${all} in ${count} series`;
      const first = await run(all);
      const row = { items, memory: memory() };
      const firstLeast = leastOf([folders, outlookListings(all)], [salesforceListings(0), salesforceWrites(all, 1)]);
      await later();
      const echoes = await run(0);
      await later();
      const nothing = await run(0);
      return [
        { ...row, run: 'first sync', measure: first, least: firstLeast },
        { ...row, run: 'own echoes', measure: echoes, least: leastOf([outlookListings(0)], [salesforceListings(all)]) },
        {
          ...row,
          run: 'nothing changed',
          measure: nothing,
          least: leastOf([outlookListings(0)], [salesforceListings(0)]),
          memory: memory(),
        },
      ];
    }),
};

function daily(place: number, now: number): Record<string, unknown> {
  const start = (Math.floor(now / day) + 1 + (place % 20)) * day + (Math.floor(place / 20) % 48) * 1_800_000;
  const at = (time: number) => ({ dateTime: new Date(time).toISOString(), timeZone: 'UTC' });
  return {
    subject: `Series ${place}`,
    start: at(start),
    end: at(start + 1_800_000),
    recurrence: {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', numberOfOccurrences: occurrences, startDate: new Date(start).toISOString().slice(0, 10) },
    },
  };
}
