import { type Least, leastRequests } from '../least-requests.ts';
import { measureWorld } from '../measure-world.ts';
import { type Direction, phases } from '../measurement.ts';
import type { BenchCase, CaseRow } from './bench-case.ts';

const delays = { graph: 100, salesforce: 200 };

export const latency: BenchCase = {
  title: `With ${delays.graph} ms added to each Graph and ${delays.salesforce} ms to each Salesforce answer`,
  note: `The bound: both sides are read at once, the slower one counts; then the least look-ups and writes, one request after another: a mailbox answers four at once, and a $batch runs four of its parts at once by itself.`,
  sizes: { quick: [40], whole: [1000] },
  measure: async (n, profile) => [...(await measured('up', n, profile)), ...(await measured('down', n, profile))],
};

async function measured(direction: Direction, n: number, profile: string | null): Promise<CaseRow[]> {
  const { runs, memory } = await measureWorld({ direction, n, profile, delays });
  return phases.map((phase) => {
    const least = leastRequests(direction, n, phase);
    return {
      items: `${n} + ${n} ${direction}`,
      run: phase,
      measure: runs[phase],
      least,
      memory,
      bound: roundTrips(direction, least),
    };
  });
}

export function roundTrips(direction: Direction, { http, behind }: Least): { milliseconds: number; terms: string } {
  const outlook = http.outlook - (direction === 'down' ? behind : 0);
  const salesforce = http.salesforce - (direction === 'up' ? behind : 0);
  const delay = direction === 'down' ? delays.graph : delays.salesforce;
  return {
    milliseconds: Math.max(outlook * delays.graph, salesforce * delays.salesforce) + behind * delay,
    terms: `max(${outlook}×${delays.graph}, ${salesforce}×${delays.salesforce}) + ${behind}×${delay}`,
  };
}
