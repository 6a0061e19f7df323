import { SyncFailure } from '../../core/model/index.ts';
import type { MappingDesk } from '../http/index.ts';
import { describeObjects } from '../salesforce/index.ts';
import type { Providers, Reach } from './provider-desk.ts';
import { type RehearsalParts, rehearse } from './rehearse.ts';

const anyTime = { start: '1970-01-01T00:00:00.000Z', end: '2100-01-01T00:00:00.000Z' };
const patience = 60_000;
/** Users who are asked one after the other, until one can sign in. */
const mostAsked = 5;

/** The Salesforce org behind an organization, and rehearsals on it, with the access of its own connected users. */
export function createMappingDesk(parts: RehearsalParts & { providers: Providers }): MappingDesk {
  const { books, providers } = parts;
  return {
    describe: ({ customerId, organizationId }) =>
      told(async () => {
        const users = (await books.connectedUsers(customerId, organizationId)).slice(0, mostAsked);
        const stop = AbortSignal.timeout(patience);
        for (const userId of users) {
          try {
            const { user, customer } = await books.facts(customerId, userId);
            const reach: Reach = { ...user, userId, customerId, tenantId: customer.tenantId };
            const { settings, access } = await providers.salesforce(reach, anyTime, stop);
            return { ok: true as const, userId, salesforceOrgId: access.orgId, fields: await describeObjects(settings, access) };
          } catch (error) {
            // One whose sign-in ended says nothing of the others.
            if (!(error instanceof SyncFailure) || error.error.kind !== 'sign-in') throw error;
          }
        }
        return { ok: false as const, code: 'not_connected' as const };
      }),
    rehearse: (place, change) => told(async () => ({ ok: true as const, rehearsal: await rehearse(parts, place, change) })),
  };
}

async function told<T>(run: () => Promise<T>): Promise<T | { ok: false; code: 'not_connected' | 'provider_failed' }> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
    return { ok: false, code: error.error.kind === 'sign-in' ? 'not_connected' : 'provider_failed' };
  }
}
