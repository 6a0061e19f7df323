import { objectMaps, type SalesforceField } from '../../core/mapping/index.ts';
import type { MappingDesk, RehearsedChange } from '../../service/http/index.ts';
import { world } from './people.ts';

const field = (name: string): SalesforceField => ({
  ...{ name, label: name, type: 'string', length: 255, createable: true, updateable: true, custom: name.endsWith('__c') },
});
const fieldsOf = (object: keyof typeof objectMaps) => [...objectMaps[object].salesforceFields, 'Nickname__c'].map(field);

/** An org with the standard fields and one of its own; a rehearsal says what it was asked. */
export const createFakeMapping = (rehearsed: RehearsedChange[] = []): MappingDesk => ({
  describe: async () => ({
    ok: true,
    userId: world.users[0],
    salesforceOrgId: '00D000000000001AAA',
    fields: { contact: fieldsOf('contact'), event: fieldsOf('event'), task: fieldsOf('task'), email: fieldsOf('email') },
  }),
  rehearse: async (_place, change) => {
    rehearsed.push(change);
    const empty = { changes: [], examples: [], fields: [], pairs: 0 };
    return {
      ok: true,
      rehearsal: {
        since: '2026-10-23T12:00:00.000Z',
        users: 1,
        items: 0,
        complete: true,
        notCounted: [],
        starting: 0,
        ending: 0,
        ...empty,
      },
    };
  },
});
