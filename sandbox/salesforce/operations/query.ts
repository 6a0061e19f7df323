import type { Fault } from '../../faults/faults.ts';
import type { Answer, Backend, Call, Operation } from '../call.ts';
import { orgSource } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { runQuery } from '../soql/index.ts';
import { queryColumns } from './query-columns.ts';
import { continueQuery, pageSizeOf, queryPage } from './query-page.ts';

const longestQuery = 100_000;

function answerQuery(call: Call, backend: Backend, fault: Fault | undefined, all: boolean): Answer {
  const text = call.query.get('q');
  if (text === null) throw new SalesforceError(400, 'MALFORMED_QUERY', 'The q parameter is required.');
  if (text.length > longestQuery)
    throw new SalesforceError(400, 'QUERY_TOO_COMPLICATED', `The query is longer than ${longestQuery} characters.`);
  const stale = fault?.do === 'stale-read' ? (fault.seconds ?? 60) : 0;
  const result = runQuery(text, orgSource(backend.org, call.user.id, stale), all);
  if (result.kind === 'count') return { status: 200, body: { totalSize: result.count, done: true, records: [] } };
  if (result.kind === 'aggregate') {
    return { status: 200, body: { totalSize: 1, done: true, records: [{ attributes: { type: 'AggregateResult' }, expr0: result.count }] } };
  }
  if (call.query.get('columns') === 'true') return { status: 200, body: queryColumns(result.type, result.columns) };
  const cursor = { userId: call.user.id, rows: result.rows, project: result.project, pageSize: pageSizeOf(call) };
  return queryPage(call, cursor, 0, () => backend.cursors.open(cursor), fault);
}

export const query: Operation = {
  name: 'salesforce.query',
  method: 'GET',
  path: 'query',
  run: (call, backend, fault) => answerQuery(call, backend, fault, false),
};

/** With what is in the recycle bin and what is archived. */
export const queryAll: Operation = {
  name: 'salesforce.queryAll',
  method: 'GET',
  path: 'queryAll',
  run: (call, backend, fault) => answerQuery(call, backend, fault, true),
};

export const queryMore: Operation = { name: 'salesforce.queryMore', method: 'GET', path: 'query/:locator', run: continueQuery };
export const queryAllMore: Operation = { name: 'salesforce.queryMore', method: 'GET', path: 'queryAll/:locator', run: continueQuery };
