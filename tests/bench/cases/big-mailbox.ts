import { leastRequests } from '../least-requests.ts';
import { alice, openWorld } from '../open-world.ts';
import type { BenchCase } from './bench-case.ts';

export const bigMailbox: BenchCase = {
  title: 'One big mailbox: memory is to stay flat',
  note: 'N items, half of them contacts and half of them events; a fresh world for each N.',
  sizes: { quick: [200], whole: [5000, 20_000, 50_000] },
  measure: (n, profile) =>
    openWorld({ profile }, async ({ sandbox, run, later, memory }) => {
      const half = Math.ceil(n / 2);
      await sandbox.ask(`/users/${alice}/seed`, { contacts: half, events: half, side: 'outlook' });
      const items = `${2 * half} items`;
      const first = await run(2 * half);
      const afterFirst = memory();
      await later();
      const echoes = await run(0);
      await later();
      const nothing = await run(0);
      const least = (phase: 'first' | 'echoes' | 'nothing') => leastRequests('up', half, phase);
      return [
        { items, run: 'first sync', measure: first, least: least('first'), memory: afterFirst },
        { items, run: 'own echoes', measure: echoes, least: least('echoes'), memory: memory() },
        { items, run: 'nothing changed', measure: nothing, least: least('nothing'), memory: memory() },
      ];
    }),
};
