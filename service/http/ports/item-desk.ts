import type { Reason } from '../../../core/model/index.ts';
import type { Act } from './act.ts';

/** Save of a meeting or a contact, with the person's own access. Implemented over the adapters and the books by service/composition. */
export interface ItemDesk {
  /** Remembers who asked and makes the mailbox due. `barred`: what never goes to Salesforce, whatever a person asks for. */
  save(
    mailbox: { customerId: string; userId: string },
    item: { object: 'event' | 'contact'; id: string },
    act: Act,
  ): Promise<{ ok: true } | { ok: false; code: 'not_found' | 'not_connected' | 'provider_failed' } | { ok: false; barred: Reason }>;
}
