import type { Fault } from '../../faults/faults.ts';
import type { Answer, Backend, Call } from '../call.ts';
import type { Cursor } from '../query-cursors.ts';
import { SalesforceError } from '../salesforce-error.ts';

/** Writes one page of a result from `offset` on; `locator` leads to the next. Faults about content bend what is answered, not what is stored. */
export function queryPage(
  call: Call,
  cursor: Omit<Cursor, 'made'>,
  offset: number,
  locator: () => string,
  fault: Fault | undefined,
): Answer {
  const { rows, project, pageSize } = cursor;
  const end = Math.min(offset + pageSize, rows.length);
  let page = rows.slice(offset, end);
  const done = end >= rows.length;
  if (fault?.do === 'empty-list') return { status: 200, body: { totalSize: 0, done: true, records: [] } };
  if (fault?.do === 'half-list') page = page.slice(0, Math.floor(page.length / 2));
  if (fault?.do === 'reordered-page') page = page.reverse();
  if (fault?.do === 'duplicate-delivery') page = page.flatMap((row) => [row, row]);
  const cut = fault?.do === 'half-list';
  const next = fault?.do === 'repeated-page' ? offset : end;
  const records = page.map((row) => project(row, call.base));
  if ((done && next === end) || cut) return { status: 200, body: { totalSize: rows.length, done: true, records } };
  return { status: 200, body: { totalSize: rows.length, done: false, nextRecordsUrl: `${call.base}/query/${locator()}-${next}`, records } };
}

/** `Sforce-Query-Options: batchSize=200`: a hint between 200 and 2,000. */
export function pageSizeOf(call: Call): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(call.headers.get('Sforce-Query-Options') ?? '')?.[1];
  return asked === undefined ? 2000 : Math.min(2000, Math.max(200, Number(asked)));
}

export function continueQuery(call: Call, backend: Backend, fault: Fault | undefined): Answer {
  const [, id, offset] = /^(.+?)-(\d+)$/.exec(call.params.locator ?? '') ?? [];
  const cursor = id === undefined ? undefined : backend.cursors.find(id, call.user.id);
  if (!cursor || id === undefined) throw new SalesforceError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return queryPage(call, cursor, Number(offset), () => id, fault);
}
