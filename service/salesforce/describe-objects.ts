import { z } from 'zod';
import type { SalesforceField } from '../../core/mapping/index.ts';
import { type ObjectKind, objectKinds } from '../../core/model/index.ts';
import { askParts } from './ask-parts.ts';
import type { PartAnswer } from './composite.ts';
import { salesforceObjects } from './objects.ts';
import { createSalesforceClient } from './salesforce-client.ts';
import type { SalesforceAccess, SalesforceSettings } from './salesforce-settings.ts';

const described = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      length: z.int().default(0),
      createable: z.boolean(),
      updateable: z.boolean(),
      custom: z.boolean(),
    }),
  ),
});

const fieldsOf = (part: PartAnswer | undefined) => (part?.status === 404 ? [] : described.parse(part?.body).fields);

/**
 * The fields of every object that is kept in step, as this user sees them; none of an object that the org lacks (EmailMessage, where Enhanced
 * Email was never switched on). One request. Throws SyncFailure.
 */
export async function describeObjects(
  settings: SalesforceSettings,
  access: SalesforceAccess,
): Promise<Readonly<Record<ObjectKind, readonly SalesforceField[]>>> {
  const client = createSalesforceClient(settings, access);
  const paths = objectKinds.map((kind) => `/sobjects/${salesforceObjects[kind].sobject}/describe`);
  const { parts } = await askParts({ client, settings, access }, paths, { mayMiss: true });
  const of = objectKinds.map((kind, index): [ObjectKind, SalesforceField[]] => [
    kind,
    fieldsOf(parts[index]).map(({ name, label, type, length, createable, updateable, custom }) => {
      return { name, label, type, length, createable, updateable, custom };
    }),
  ]);
  return Object.fromEntries(of) as Record<ObjectKind, SalesforceField[]>;
}
