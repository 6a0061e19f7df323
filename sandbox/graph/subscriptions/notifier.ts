import type { Desk } from '../../world/desk.ts';
import type { Table } from '../../world/table.ts';
import type { ItemsKind } from '../store/bodies.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { ChangeKind } from '../store/items.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { Row } from '../store/row.ts';
import { changeNotification, lifecycleNotification } from './notification.ts';
import type { LifecycleEvent, Subscription } from './subscription.ts';

export type Send = (url: string, init: RequestInit) => Promise<Response>;
const notifyOperation = 'graph.subscriptions.notify';
const answerWithin = 3_000;
const validateWithin = 10_000;

/** Tells subscribers what changed. Changes of one turn of the event loop go out together, one POST per address. */
export class Notifier {
  readonly #desk: Desk;
  readonly #table: Table<Subscription>;
  readonly #send: Send;
  readonly #tenantId: string;
  readonly #byOwner = new Map<string, Set<string>>();
  #waiting = new Map<string, { subscription: Subscription; items: unknown[] }>();
  #delivered: Promise<void> = Promise.resolve();

  constructor(store: GraphStore, tenantId: string, send: Send) {
    this.#desk = store.desk;
    this.#tenantId = tenantId;
    this.#send = send;
    this.#table = store.desk.world.table('graph.subscriptions');
    for (const subscription of this.#table.values()) this.#index(subscription);
    store.desk.world.onReset(() => this.#byOwner.clear());
    store.desk.faults.register(notifyOperation);
    store.onChange((mailbox, kind, change, row) => this.#changed(mailbox, kind, change, row));
  }

  get(id: string): Subscription | undefined {
    const subscription = this.#table.get(id);
    return subscription && subscription.expires > this.#desk.clock.now() ? subscription : undefined;
  }
  *all(): Generator<Subscription> {
    for (const subscription of this.#table.values()) if (subscription.expires > this.#desk.clock.now()) yield subscription;
  }
  keep(subscription: Subscription): void {
    this.#table.set(subscription.id, subscription);
    this.#index(subscription);
  }
  remove(subscription: Subscription): void {
    this.#table.delete(subscription.id);
    this.#byOwner.get(subscription.owner)?.delete(subscription.id);
  }

  /** The handshake: the address must give back the token as plain text within 10 seconds. */
  async validates(url: string): Promise<boolean> {
    const token = `Validation: Testing client application reachability for subscription Request-Id: ${crypto.randomUUID()}`;
    const address = new URL(url);
    address.searchParams.set('validationToken', token);
    try {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        signal: AbortSignal.timeout(validateWithin),
      };
      const answer = await this.#send(address.href, init);
      return answer.status === 200 && /^text\/plain/i.test(answer.headers.get('content-type') ?? '') && (await answer.text()) === token;
    } catch {
      return false;
    }
  }

  /** What the service sends about a subscription itself; after subscriptionRemoved it is gone. */
  async tell(subscription: Subscription, event: LifecycleEvent): Promise<void> {
    if (event === 'subscriptionRemoved') this.remove(subscription);
    if (subscription.lifecycleNotificationUrl === null) return;
    await this.#post(subscription.lifecycleNotificationUrl, [lifecycleNotification(subscription, event, this.#tenantId)]);
  }

  /** Resolves when everything that changed until now was delivered or given up; for tests and the virtual clock. */
  async settled(): Promise<void> {
    while (this.#waiting.size > 0) await this.#delivered;
    await this.#delivered;
  }

  #changed(mailbox: MailboxStore, kind: ItemsKind, change: ChangeKind, row: Row<unknown>): void {
    for (const id of this.#byOwner.get(mailbox.owner) ?? []) {
      const subscription = this.get(id);
      if (!subscription || subscription.watches !== kind || !subscription.changeTypes.includes(change)) continue;
      if (subscription.folder !== undefined && subscription.folder !== row.folder) continue;
      const entry = this.#waiting.get(id) ?? { subscription, items: [] };
      if (this.#waiting.size === 0) this.#delivered = this.#delivered.then(() => this.#flush());
      this.#waiting.set(id, entry);
      entry.items.push(changeNotification(subscription, mailbox, change, row, this.#tenantId));
    }
  }

  async #flush(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const waiting = this.#waiting;
    this.#waiting = new Map();
    const byAddress = Map.groupBy(waiting.values(), ({ subscription }) => subscription.notificationUrl);
    await Promise.all(
      [...byAddress].map(([url, entries]) =>
        this.#deliver(
          url,
          entries.flatMap(({ items }) => items),
        ),
      ),
    );
  }

  /** One try again, then the notification is lost: a subscriber must not live by notifications alone. */
  async #deliver(url: string, items: unknown[]): Promise<void> {
    const fault = this.#desk.faults.take(notifyOperation)?.do;
    if (fault !== undefined && fault !== 'duplicate-delivery' && fault !== 'reordered-page') return;
    const value = fault === 'reordered-page' ? [...items].reverse() : items;
    if (fault === 'duplicate-delivery') await this.#post(url, value);
    if (!(await this.#post(url, value)) && !(await this.#post(url, value)))
      this.#desk.faults.count('graph.notifications.lost', items.length);
  }

  async #post(url: string, value: unknown[]): Promise<boolean> {
    try {
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const answer = await this.#send(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ value }),
        signal: AbortSignal.timeout(answerWithin),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  #index(subscription: Subscription): void {
    const ids = this.#byOwner.get(subscription.owner) ?? new Set();
    this.#byOwner.set(subscription.owner, ids.add(subscription.id));
  }
}
