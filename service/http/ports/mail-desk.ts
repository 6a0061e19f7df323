import type { Reason } from '../../../core/model/index.ts';
import type { Act } from './act.ts';

export interface MailStanding {
  id: string;
  subject: string | null;
  state: 'saved' | 'waiting' | 'failed' | 'not-saved';
  reason: Reason | null;
  maySave: boolean;
  savedBy: string | null;
  at: string | null;
  url: string | null;
}

type Mailbox = { customerId: string; userId: string };
type Refused = { ok: false; code: 'not_found' | 'not_connected' | 'provider_failed' };

/** One mail and Salesforce, with the person's own access. Implemented over the adapters and the books by service/composition. */
export interface MailDesk {
  standing(mailbox: Mailbox, itemId: string): Promise<{ ok: true; mail: MailStanding } | Refused>;
  /** Remembers who asked and makes the mailbox due; answers how it then stands. `barred`: what never goes to Salesforce. */
  save(mailbox: Mailbox, itemId: string, act: Act): Promise<{ ok: true; mail: MailStanding } | Refused | { ok: false; barred: Reason }>;
}
