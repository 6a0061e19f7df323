import { aims, bareAim, memoryAims, vdirsyncer } from './aims.ts';
import type { BareMeasure, Direction, Phase, WorldMeasure } from './measurement.ts';
import { median } from './median.ts';
import { printTable } from './print-table.ts';
import { type Summary, summarize } from './summarize.ts';

const ways: Record<Direction, string> = { up: 'Outlook -> Salesforce', down: 'Salesforce -> Outlook' };
const names: Record<Phase, string> = { first: 'first sync', echoes: 'own echoes', nothing: 'nothing changed', changed: '1 % changed' };
const biggest = 2000;

/** Everything the bench says, as text. */
export function printReport(worlds: readonly WorldMeasure[], bare: readonly BareMeasure[]): string {
  const lines = summarize(worlds);
  const count = worlds.filter(({ n, direction }) => n === worlds[0]?.n && direction === worlds[0]?.direction).length;
  return [
    `From claim to ledger, median of ${count} fresh world${count === 1 ? '' : 's'}; emulators in a process of their own, no added delay.`,
    times(lines, bare),
    requests(lines),
    idle(lines),
    memory(worlds),
  ].join('\n\n');
}

function times(lines: readonly Summary[], bare: readonly BareMeasure[]): string {
  const heads = [
    'direction',
    'contacts + events',
    'run',
    'ms',
    'least',
    'most',
    'of aim',
    'of vdirsyncer',
    'bare',
    'of bare',
    'service cpu',
    'database cpu',
    'sandbox cpu',
  ];
  const rows = lines.map(({ direction, n, phase, milliseconds, processor }) => {
    const without = phase === 'first' ? bare.filter((one) => one.direction === direction && one.n === n) : [];
    const least = without.length > 0 ? median(without.map((one) => one.milliseconds)) : null;
    const scale = (of: number | null) => (n === biggest && of !== null ? ratio(milliseconds.median / of) : '');
    return [
      ways[direction],
      `${n} + ${n}`,
      names[phase],
      ms(milliseconds.median),
      ms(milliseconds.least),
      ms(milliseconds.most),
      scale(aims[phase]),
      scale(vdirsyncer[phase]),
      least === null ? '' : ms(least),
      least === null ? '' : ratio(milliseconds.median / least),
      ms(processor.service),
      ms(processor.database),
      ms(processor.sandbox),
    ];
  });
  return `${printTable(heads, rows)}\naims and vdirsyncer 0.19 are for ${biggest} + ${biggest}: ${scaleNote()}`;
}

const scaleNote = (): string =>
  `aims ${aims.first}, ${aims.nothing} and ${aims.changed} ms; vdirsyncer between two folders of one disk ${vdirsyncer.first}, ${vdirsyncer.nothing} and ${vdirsyncer.changed} ms; bare: the requests and row writes alone, without an engine (aim ${bareAim} times that)`;

function requests(lines: readonly Summary[]): string {
  const heads = [
    'direction',
    'contacts + events',
    'run',
    'Outlook',
    'least',
    'ratio',
    'its terms',
    'Salesforce',
    'least',
    'ratio',
    'its terms',
  ];
  const rows = lines.map(({ direction, n, phase, http, least }) => [
    ways[direction],
    `${n} + ${n}`,
    names[phase],
    String(http.outlook),
    String(least.http.outlook),
    ratio(http.outlook / least.http.outlook),
    least.terms.outlook,
    String(http.salesforce),
    String(least.http.salesforce),
    ratio(http.salesforce / least.http.salesforce),
    least.terms.salesforce,
  ]);
  const note =
    'Above the least: a re-read of stamps before many updates, a read-back of what was stored where the writes leave no room for it.';
  return `HTTP requests as the sandbox counted them, beside the least possible\n${printTable(heads, rows)}\n${note}`;
}

function idle(lines: readonly Summary[]): string {
  const still = lines.filter(({ phase }) => phase === 'nothing');
  const rows = still.map(({ direction, n, http, operations, milliseconds }) => {
    const inside = Object.entries(operations).filter(([name]) => !/\.(batch|composite)$|^identity\./.test(name));
    const total = inside.reduce((sum, [, times]) => sum + times, 0);
    return [
      ways[direction],
      `${n} + ${n}`,
      String(http.outlook + http.salesforce),
      String(total),
      inside.map(([name, times]) => `${times} ${name}`).join(', '),
      ms(milliseconds.median),
    ];
  });
  const heads = ['direction', 'contacts + events', 'HTTP', 'inside', 'operations inside, one per due collection', 'ms'];
  const flat = [...Map.groupBy(still, ({ direction }) => direction)].map(([direction, group]) => {
    const ordered = [...group].sort((one, other) => one.n - other.n).map((line) => line.milliseconds.median);
    return `${ways[direction]} ${ratio((ordered.at(-1) ?? 0) / (ordered[0] ?? 1))}`;
  });
  return `A mailbox with nothing to do\n${printTable(heads, rows)}\nbiggest beside smallest N: ${flat.join(', ')}`;
}

function memory(worlds: readonly WorldMeasure[]): string {
  const heads = ['contacts + events', 'service MiB', 'of aim', 'database MiB', 'of aim'];
  const rows = [...Map.groupBy(worlds, ({ n }) => n)].map(([n, group]) => {
    const service = Math.max(...group.map((world) => world.memory.service));
    const database = Math.max(...group.map((world) => world.memory.database));
    return [`${n} + ${n}`, ms(service), ratio(service / memoryAims.service), ms(database), ratio(database / memoryAims.database)];
  });
  const note = `service: VmHWM of the process that runs engine, adapters and store (aim ${memoryAims.service}); database: proportional share of the server's processes (aim ${memoryAims.database})`;
  return `Peak memory, the highest of all worlds\n${printTable(heads, rows)}\n${note}`;
}

const ms = (value: number): string => String(Math.round(value));
const ratio = (value: number): string => value.toFixed(2);
