import type { ObjectKind, Operation, Reason, Side, SyncError } from '../../model/index.ts';

type Counted = 'created' | 'updated' | 'deleted' | 'skipped' | 'failed' | 'held';
export type Counts = Record<string, Partial<Record<Counted, number>>>;

const verbs: Record<Operation, Counted> = { create: 'created', update: 'updated', delete: 'deleted' };

/**
 * What a session did, as its statistics show it: per object and direction ("contact.up"), and why items were left ("private": 3), so that
 * nothing is dropped without being counted with a reason.
 */
export class Tally {
  readonly counts: Counts = {};
  readonly reasons: Record<string, number> = {};
  /** Why writes wait for a person's answer. */
  readonly heldFor: Reason[] = [];
  read = { outlook: 0, salesforce: 0 };
  unchanged = 0;
  foreign = 0;
  issues = 0;
  /** The longest wait that a provider asked for, where writes were left for then. */
  wait: Extract<SyncError, { kind: 'retry-at' }> | null = null;

  wrote(object: ObjectKind, side: Side, operation: Operation): void {
    this.#add(object, side, verbs[operation]);
  }
  /** The list of who takes part in a meeting was brought up to date; it is no field of its record. */
  invited(by: number): void {
    if (by > 0) this.#add('invitees', 'salesforce', 'updated', by);
  }
  failed(object: ObjectKind, side: Side): void {
    this.#add(object, side, 'failed');
  }
  held(object: ObjectKind, side: Side, reason: Reason, by = 1): void {
    if (!this.heldFor.includes(reason)) this.heldFor.push(reason);
    this.#add(object, side, 'held', by);
  }
  /** An item of that side was decided on; `skip` decisions count in the direction that the item would have travelled. */
  decided(object: ObjectKind, side: Side, action: string, reason: string): void {
    this.reasons[reason] = (this.reasons[reason] ?? 0) + 1;
    if (action === 'skip') this.#add(object, side === 'outlook' ? 'salesforce' : 'outlook', 'skipped');
  }
  /** Of two waits the one that stops more counts: a whole Salesforce org before a mailbox, then the later one. */
  postponed(wait: Extract<SyncError, { kind: 'retry-at' }>): void {
    const weight = (one: typeof wait) => `${one.scope === 'salesforce-org' ? 1 : 0} ${one.at}`;
    if (this.wait === null || weight(wait) > weight(this.wait)) this.wait = wait;
  }
  get writes(): number {
    return Object.values(this.counts).reduce((sum, part) => sum + (part.created ?? 0) + (part.updated ?? 0) + (part.deleted ?? 0), 0);
  }

  #add(object: ObjectKind | 'invitees', side: Side, what: Counted, by = 1): void {
    const name = `${object}.${side === 'salesforce' ? 'up' : 'down'}`;
    let part = this.counts[name];
    if (!part) {
      part = {};
      this.counts[name] = part;
    }
    part[what] = (part[what] ?? 0) + by;
  }
}
