import { changeKey } from '../ids/change-key.ts';
import { encodeItemId } from '../ids/item-id.ts';
import type { ChangeKind } from '../store/items.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { Row } from '../store/row.ts';
import type { LifecycleEvent, Subscription } from './subscription.ts';

const types = { contacts: 'Contact', events: 'Event', messages: 'Message' } as const;
const kinds = { contacts: 'contact', events: 'event', messages: 'message' } as const;

/** Says that something changed, never what: the reader is to run delta. */
export function changeNotification(
  subscription: Subscription,
  mailbox: MailboxStore,
  change: ChangeKind,
  row: Row<unknown>,
  tenantId: string,
): Record<string, unknown> {
  const kind = kinds[subscription.watches];
  const type = types[subscription.watches];
  const id = encodeItemId(mailbox.code, { kind, no: row.no, moves: subscription.immutable ? undefined : row.moves, day: undefined });
  const resource = `Users/${subscription.owner}/${type}s/${id}`;
  return {
    ...common(subscription, tenantId),
    changeType: change,
    resource,
    resourceData: {
      '@odata.type': `#Microsoft.Graph.${type}`,
      '@odata.id': resource,
      '@odata.etag': `W/"${changeKey(mailbox.code, row.seq)}"`,
      id,
    },
  };
}

export function lifecycleNotification(
  subscription: Subscription,
  lifecycleEvent: LifecycleEvent,
  tenantId: string,
): Record<string, unknown> {
  return { ...common(subscription, tenantId), lifecycleEvent };
}

function common({ id, expires, clientState }: Subscription, tenantId: string): Record<string, unknown> {
  return { subscriptionId: id, subscriptionExpirationDateTime: new Date(expires).toISOString(), clientState, tenantId };
}
