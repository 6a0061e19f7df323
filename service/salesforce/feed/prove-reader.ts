import { z } from 'zod';
import { SyncFailure } from '../../../core/model/index.ts';
import { type Asking, askParts } from '../ask-parts.ts';
import { queryPath, soqlText } from '../soql.ts';

const people = z.object({ records: z.array(z.object({ Profile: z.object({ PermissionsViewAllData: z.boolean() }).nullish() })) });
const granted = z.object({ totalSize: z.int() });

/**
 * A reader that does not see every record would leave out changes without a word, so it must hold "View All Data", by its profile or a
 * permission set. Throws SyncFailure where it does not.
 */
export async function proveReader(asking: Asking): Promise<void> {
  const id = soqlText(asking.access.userId);
  const { parts } = await askParts(asking, [
    queryPath(`SELECT Profile.PermissionsViewAllData FROM User WHERE Id = ${id}`, false),
    queryPath(
      `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${id} AND PermissionSet.PermissionsViewAllData = true LIMIT 1`,
      false,
    ),
  ]);
  const byProfile = people.parse(parts[0]?.body).records[0]?.Profile?.PermissionsViewAllData === true;
  if (byProfile || granted.parse(parts[1]?.body).totalSize > 0) return;
  const message = 'The reader account may not see all records of this Salesforce org: it needs the permission "View All Data".';
  throw new SyncFailure({ kind: 'refused', code: 'reader-may-not-see-all', message, fields: [], scope: 'item' });
}
