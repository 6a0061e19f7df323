import type { ConnectionSide } from '../../core/model/index.ts';
import type { Ids } from '../../core/sync/index.ts';
import type { Act, ConnectDesk } from '../http/index.ts';
import { revokeToken } from '../salesforce/tokens/index.ts';
import type { SecretBox } from '../secrets/index.ts';
import { recordAct, type Store, type Transaction } from '../store/index.ts';
import { type Connections, mailboxSecret, salesforceSecret, sourcesSecret } from './connections.ts';

interface Parts {
  store: Store;
  ids: Ids;
  secrets: SecretBox;
  connections: Pick<Connections, 'oauth'>;
}

type Mailbox = { customerId: string; userId: string };
type Deleted = { ok: true } | { ok: false; code: 'not_connected' | 'connection_not_needed' | 'not_an_ordinary_user' };

/**
 * Deletes the sign-in that is stored for a user (E38). The mailbox is off and not configured any more, so that nothing fails, suspends or mails for
 * want of it; links and the Salesforce user stay, and once the person has signed in again and switched it on it goes on where this stopped.
 * At Salesforce it is ended, too; where that fails it is said, as only a person can end it there then. Entra ID has no way to end one token.
 */
export function disconnectDesk(parts: Parts): ConnectDesk['disconnect'] {
  return async (mailbox, side, act) => {
    const { customerId, userId } = mailbox;
    const stored = await parts.secrets.read<{ refreshToken: string | null }>({ customerId, ownerId: userId, kind: secrets[side] });
    const deleted = await forget(parts, mailbox, side, act);
    if (!deleted.ok) return deleted;
    const { oauth } = parts.connections;
    const token = stored?.value.refreshToken;
    if (side !== 'salesforce' || !oauth || !token) return { ok: true, revoked: null };
    const revoked = await revokeToken(oauth, token);
    await note(parts, mailbox, act, revoked);
    return { ok: true, revoked };
  };
}

function forget({ store, ids }: Parts, { customerId, userId }: Mailbox, side: ConnectionSide, act: Act): Promise<Deleted> {
  return store.asCustomers([customerId], async (transaction) => {
    const { query, execute } = transaction;
    const [user] = await query<{ mailbox_access: string }>('SELECT mailbox_access FROM "user" WHERE id = $1', [userId]);
    if (side === 'mailbox' && user?.mailbox_access !== 'graph-delegated') return { ok: false, code: 'connection_not_needed' };
    if (!(await mayEnd(transaction, userId, act))) return { ok: false, code: 'not_an_ordinary_user' };
    const removed = await execute('DELETE FROM secret WHERE customer_id = $1 AND owner_id = $2 AND kind = $3', [
      customerId,
      userId,
      secrets[side],
    ]);
    if (removed === 0) return { ok: false, code: 'not_connected' };
    // The own mailbox goes on without the sign-in to read Teams and sites.
    if (side !== 'sources')
      await execute('UPDATE "user" SET configured_at = NULL, synchronization_enabled = false, updated_at = $2 WHERE id = $1', [
        userId,
        act.at,
      ]);
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action: `${names[side]} disconnected`,
      targetKind: 'user',
      targetId: userId,
      before: { connected: true },
      after: { connected: false },
      announcements: [{ kind: 'user.changed', userId }],
    });
    return { ok: true };
  });
}

/** The activity stands already; whether the token is over at Salesforce belongs to the audit log. */
function note({ store, ids }: Parts, { customerId, userId }: Mailbox, act: Act, revoked: boolean): Promise<void> {
  return store.asCustomers([customerId], (transaction) =>
    recordAct(
      store,
      ids,
      transaction,
      { ...act, activities: [] },
      {
        customerId,
        userId,
        action: 'revoke Salesforce sign-in',
        targetKind: 'user',
        targetId: userId,
        before: null,
        after: { revoked },
        announcements: [],
      },
    ),
  );
}

const secrets: Record<ConnectionSide, string> = { mailbox: mailboxSecret, salesforce: salesforceSecret, sources: sourcesSecret };
const names: Record<ConnectionSide, string> = { mailbox: 'mailbox', salesforce: 'Salesforce', sources: 'Teams and sites' };

/** One's own always; another's where that person is an ordinary user: holds no role above the own mailbox (features.md, decision 18). */
async function mayEnd({ query }: Transaction, userId: string, act: Act): Promise<boolean> {
  const owners = await query<{ account_id: string; above: boolean }>(
    `SELECT own.account_id, EXISTS (
       SELECT FROM role_grant g WHERE g.account_id = own.account_id AND g.role <> 'user' AND g.revoked_at IS NULL
          AND (g.expires_at IS NULL OR g.expires_at > $2)) AS above
       FROM role_grant own WHERE own.role = 'user' AND own.scope_id = $1 AND own.revoked_at IS NULL`,
    [userId, act.at],
  );
  return owners.every((owner) => !owner.above || owner.account_id === act.actor?.accountId);
}
