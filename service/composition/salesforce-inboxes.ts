import { SyncFailure } from '../../core/model/index.ts';
import type { BudgetPurpose } from '../../core/status/index.ts';
import type { Clock } from '../../core/sync/index.ts';
import {
  createSalesforceClient,
  type Inbox,
  proveReader,
  type SalesforceAccess,
  type SalesforceSettings,
  turnFeed,
} from '../salesforce/index.ts';
import { feedBooks, type Store, spend } from '../store/index.ts';

export interface InboxParts {
  store: Store;
  clock: Clock;
  /** Real time in milliseconds. */
  wall(): number;
  /** The way of the reader account into Salesforce. Throws SyncFailure. */
  openReader(customerId: string, userId: string): Promise<{ settings: SalesforceSettings; access: SalesforceAccess }>;
  failed(error: unknown): void;
}

/** That the reader sees every record is asked once a day. */
const provenFor = 24 * 3_600_000;

interface Mailbox {
  customerId: string;
  userId: string;
  orgId: string;
}

/** The mailboxes' shares of their orgs' feeds. A reader that is refused is no fault of ours: mailboxes read for themselves meanwhile. */
export function createInboxes(parts: InboxParts): (mailbox: Mailbox, purpose: BudgetPurpose) => Inbox {
  const { store, clock, wall, failed } = parts;
  const books = feedBooks(store);
  const proven = new Map<string, number>();
  const now = () => new Date(clock.now()).toISOString();
  return ({ customerId, userId, orgId }, purpose) => ({
    turn: () =>
      turnFeed(
        {
          books,
          clock,
          wall,
          async openReader(readerId) {
            const { settings, access } = await parts.openReader(customerId, readerId);
            const asking = { settings, access, client: createSalesforceClient(settings, access) };
            if (clock.now() - (proven.get(readerId) ?? 0) > provenFor) {
              await proveReader(asking);
              proven.set(readerId, clock.now());
            }
            return asking;
          },
          spent: (readerId, salesforce) =>
            void store
              .asCustomers([customerId], (transaction) => spend(transaction, readerId, { salesforce, people: 0, outlook: 0 }, now()))
              .catch(failed),
          failed: (_org, error) => {
            if (!(error instanceof SyncFailure)) failed(error);
          },
        },
        { customerId, orgId },
        purpose,
      ),
    dealt: (object, after) => books.dealt({ customerId, userId }, object, after, now()),
  });
}
