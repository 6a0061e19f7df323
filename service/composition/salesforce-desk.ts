import { SyncFailure } from '../../core/model/index.ts';
import type { Ids } from '../../core/sync/index.ts';
import type { ReaderRefusal, SalesforceDesk, SalesforceOrgRow } from '../http/index.ts';
import { createSalesforceClient, proveReader } from '../salesforce/index.ts';
import { type Store, salesforceOrgs } from '../store/index.ts';
import { anyTime, type Providers } from './provider-desk.ts';
import { reachOf } from './service-queries.ts';

const patience = 60_000;

/** What the API asks about Salesforce orgs: the store's rows, and Salesforce itself before a reader is appointed. */
export function salesforceDesk({ store, ids, providers }: { store: Store; ids: Ids; providers: Providers }): SalesforceDesk {
  const { setReader, ...orgs } = salesforceOrgs(store, ids);
  return {
    ...orgs,
    async appointReader(org, userId, act) {
      const refusal = userId === null ? null : await whyNot(store, providers, org, userId);
      if (refusal) return { ok: false, code: refusal };
      await setReader(org, userId, act);
      return { ok: true };
    },
  };
}

async function whyNot(store: Store, providers: Providers, org: SalesforceOrgRow, userId: string): Promise<ReaderRefusal | null> {
  const here = await store.asCustomers([org.customerId], ({ query }) =>
    query('SELECT 1 FROM "user" WHERE id = $1 AND kind = \'mailbox\' AND customer_id = $2 AND salesforce_org_id = $3', [
      userId,
      org.customerId,
      org.orgId,
    ]),
  );
  if (here.length === 0) return 'not-here';
  try {
    const reach = await reachOf(store, org.customerId, userId);
    const { settings, access } = await providers.salesforce(reach, anyTime, AbortSignal.timeout(patience));
    await proveReader({ settings, access, client: createSalesforceClient(settings, access) });
    return null;
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
    if (error.error.kind === 'sign-in') return 'not-connected';
    return error.error.code === 'reader-may-not-see-all' ? 'sees-too-little' : 'provider_failed';
  }
}
