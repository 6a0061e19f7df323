import { printTable } from '../print-table.ts';
import type { BenchCase, CaseRow } from './bench-case.ts';

const heads = ['items', 'run', 'ms', 'bound', 'ratio', 'its terms'];
const requestHeads = ['Outlook', 'least', 'ratio', 'its terms', 'Salesforce', 'least', 'ratio', 'its terms', 'service MiB', 'database MiB'];

/** One case as text; the columns of a time bound only where it has one. */
export function printCase({ title, note }: BenchCase, rows: readonly CaseRow[]): string {
  const bounded = rows.some(({ bound }) => bound !== undefined);
  const lines = rows.map(({ items, run, measure: { milliseconds, http }, least, memory, bound }) => [
    items,
    run,
    whole(milliseconds),
    ...(bounded ? [whole(bound?.milliseconds ?? 0), ratio(milliseconds, bound?.milliseconds ?? 0), bound?.terms ?? ''] : []),
    String(http.outlook),
    String(least.http.outlook),
    ratio(http.outlook, least.http.outlook),
    least.terms.outlook,
    String(http.salesforce),
    String(least.http.salesforce),
    ratio(http.salesforce, least.http.salesforce),
    least.terms.salesforce,
    whole(memory.service),
    whole(memory.database),
  ]);
  return `${title}\n${printTable([...heads.slice(0, bounded ? 6 : 3), ...requestHeads], lines)}\n${note}`;
}

const whole = (value: number): string => String(Math.round(value));
const ratio = (value: number, of: number): string => (value / of).toFixed(2);
