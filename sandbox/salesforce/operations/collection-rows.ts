import type { Fault } from '../../faults/faults.ts';
import type { Org } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { failsByLock, lockError } from './row-lock.ts';

export type RowResult = Record<string, unknown>;
const mostRows = 200;
const mostChunks = 10;

/** Runs each row on its own; what fails is told in its place. With allOrNone one failure takes all back. */
export function runRows<T>(
  org: Org,
  rows: readonly T[],
  allOrNone: boolean,
  fault: Fault | undefined,
  run: (row: T, index: number) => RowResult,
): RowResult[] {
  const results: RowResult[] = [];
  let failed = false;
  const runAll = () => {
    for (const [index, row] of rows.entries()) {
      try {
        if (failsByLock(fault, index)) throw lockError();
        results.push(run(row, index));
      } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        failed = true;
        results.push({ success: false, errors: [error.rowError] });
      }
    }
    if (failed && allOrNone) throw new RolledBack();
  };
  try {
    if (allOrNone) org.atomically(runAll);
    else runAll();
    return results;
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return results.map((result) => (result.success === true ? rolledBack : result));
  }
}

class RolledBack extends Error {}

const rolledBack = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

export interface TypedRow {
  type: string;
  fields: Record<string, unknown>;
}

/** The records of a collection's body, each with its `attributes.type`; at most 200, in at most 10 runs of one type. */
export function readRows(body: Record<string, unknown>, defaultType?: string): TypedRow[] {
  const { records } = body;
  if (!Array.isArray(records)) throw new SalesforceError(400, 'JSON_PARSER_ERROR', 'The records property is required and must be a list.');
  checkSize(records.length);
  const rows = records.map((record: Record<string, unknown>) => {
    const attributes = record?.attributes as { type?: unknown } | undefined;
    const type = typeof attributes?.type === 'string' ? attributes.type : defaultType;
    if (type === undefined) throw new SalesforceError(400, 'INVALID_TYPE', 'You must specify the type of each record in its attributes.');
    return { type, fields: record };
  });
  const chunks = rows.filter((row, index) => row.type !== rows[index - 1]?.type).length;
  if (chunks > mostChunks) {
    const message = `Cannot have more than ${mostChunks} chunks in a single operation. Please rearrange the data to reduce chunking.`;
    throw new SalesforceError(400, 'LIMIT_EXCEEDED', message);
  }
  return rows;
}

export function checkSize(count: number): void {
  if (count > mostRows)
    throw new SalesforceError(400, 'EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${mostRows} records into this call`);
}
