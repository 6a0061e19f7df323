import { type Operation, writerOf } from '../call.ts';
import { undeleteRecord } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { failsByLock, lockError } from './row-lock.ts';

/** The SOAP call `undelete`: REST has none. Reached by serve-soap.ts only; each id succeeds or fails alone. */
export const undelete: Operation = {
  name: 'salesforce.undelete',
  method: 'POST',
  path: 'soap/undelete',
  run(call, { org }, fault) {
    const { ids } = call.body as { ids: string[] };
    const results = ids.map((id, index) => {
      try {
        const type = org.schema.ofId(id);
        if (!type) throw new SalesforceError(400, 'INVALID_ID_FIELD', `invalid record id: ${id}`);
        if (failsByLock(fault, index)) throw lockError();
        undeleteRecord(org, type, id, writerOf(call));
        return { id, success: true };
      } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        const [first] = error.body as { errorCode: string; message: string }[];
        return { id, success: false, code: first?.errorCode ?? 'UNKNOWN_EXCEPTION', message: first?.message ?? '' };
      }
    });
    return { status: 200, body: results };
  },
};
