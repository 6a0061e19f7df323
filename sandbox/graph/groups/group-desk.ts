import { randomUUID } from 'node:crypto';
import { refusals } from '../http/refusals.ts';
import { PersonMailbox } from '../person/person-mailbox.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { asOwner, type DirectoryGroup } from './group.ts';

export type NewGroup = Omit<DirectoryGroup, 'id'> & { id?: string };

/** What people and administrators do to groups: no token, no mail counted. */
export class GroupDesk {
  readonly #store: GraphStore;

  constructor(store: GraphStore) {
    this.#store = store;
  }

  all(): DirectoryGroup[] {
    return [...this.#store.groups.values()];
  }
  add({ id = randomUUID(), ...group }: NewGroup): DirectoryGroup {
    return this.#store.groups.set(id, { id, ...group });
  }
  find(id: string): DirectoryGroup {
    const group = this.#store.groups.get(id);
    if (!group) throw refusals.noSuchUser(id);
    return group;
  }
  setMembers(id: string, members: readonly string[]): DirectoryGroup {
    return this.#store.groups.set(id, { ...this.find(id), members: [...members] });
  }
  remove(id: string): void {
    this.#store.groups.delete(this.find(id).id);
  }
  /** Its calendar; what is made there the group organizes. */
  calendar(id: string): PersonMailbox {
    return new PersonMailbox(this.#store, asOwner(this.find(id)));
  }
}
