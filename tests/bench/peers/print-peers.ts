import type { WorldMeasure } from '../measurement.ts';
import { printTable } from '../print-table.ts';
import type { PeerTimes } from './measure-peer.ts';
import type { PeersMeasure } from './measure-peers.ts';

const runs = ['first', 'nothing', 'changed'] as const;

export function printPeers(measures: readonly PeersMeasure[]): string {
  const rows = measures.flatMap(({ n, lockstep, peers }) => {
    const own = timesOf(lockstep);
    const items = `${n} + ${n}`;
    return [
      [items, 'Lockstep', ...runs.flatMap((run) => [whole(own[run]), ''])],
      ...peers.map(({ name, version, times }) =>
        times
          ? [items, `${name} ${version}`, ...runs.flatMap((run) => [whole(times[run]), (own[run] / times[run]).toFixed(2)])]
          : [items, `${name}: not installed, skipped`],
      ),
    ];
  });
  const heads = ['contacts + events', 'who', 'first ms', 'Lockstep of it', 'nothing ms', 'Lockstep of it', '1 % ms', 'Lockstep of it'];
  const note =
    'Lockstep: Outlook -> Salesforce over HTTP, with a database; the others: folder to folder on one disk, with the start of their process.';
  return `Beside others, in the same run\n${printTable(heads, rows)}\n${note}`;
}

const timesOf = ({ runs }: WorldMeasure): PeerTimes => ({
  first: runs.first.milliseconds,
  nothing: runs.nothing.milliseconds,
  changed: runs.changed.milliseconds,
});

const whole = (value: number): string => String(Math.round(value));
