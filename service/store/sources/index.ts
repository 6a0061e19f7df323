import type { Acting } from '../record/index.ts';
import type { Store } from '../store.ts';
import { assignSource } from './assign-source.ts';
import { type FoundSource, saveFound } from './save-found.ts';
import { listSources, readSource } from './source-rows.ts';
import { waitingSignIns } from './waiting-sign-ins.ts';

export { lookSoon, sourceLooks } from './looks.ts';
export { resumeSources } from './resume-sources.ts';
export type { FoundSource } from './save-found.ts';
export type { SourceRow } from './source-rows.ts';

/** Teams and sites that a tenant offers, and who has taken them. */
export function sources(store: Store, ids: { next(): string }) {
  return {
    list: (customerId: string, organizationId: string) =>
      store.asCustomers([customerId], (transaction) => listSources(transaction, customerId, organizationId)),
    one: (customerId: string, id: string) => store.asCustomers([customerId], (transaction) => readSource(transaction, id)),
    waitingSignIns: (wall: readonly string[], userIds: readonly string[], kind: string) =>
      store.asCustomers(wall, (transaction) => waitingSignIns(transaction, userIds, kind)),
    saveFound: (customerId: string, found: readonly FoundSource[], at: string) => saveFound(store, ids, customerId, found, at),
    assign: (customerId: string, id: string, to: { organizationId: string; ownerId: string }, act: Acting) =>
      assignSource(store, ids, customerId, id, to, act),
  };
}
