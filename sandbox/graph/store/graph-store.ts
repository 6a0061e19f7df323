import type { Desk } from '../../world/desk.ts';
import type { Table } from '../../world/table.ts';
import { TokenGenerations } from '../delta/token-generations.ts';
import type { DirectoryGroup } from '../groups/group.ts';
import type { Category } from '../master-categories/category.ts';
import type { ServicePrincipal } from '../service-principals/service-principal.ts';
import { SiteStore } from '../sites/site-store.ts';
import type { DirectoryUser } from '../users/directory-user.ts';
import { type BodyOf, type ItemsKind, itemsKinds } from './bodies.ts';
import { type ItemChange, type ItemTables, MailboxStore } from './mailbox-store.ts';
import type { Row } from './row.ts';

/** All of the tenant's directory and mailboxes, over the world's tables; indexes live here and are rebuilt from the tables. */
export class GraphStore {
  readonly desk: Desk;
  readonly users: Table<DirectoryUser>;
  readonly groups: Table<DirectoryGroup>;
  readonly servicePrincipals: Table<ServicePrincipal>;
  readonly sharePoint: SiteStore;
  readonly settings: Table<Record<string, unknown>>;
  readonly categories: Table<Category[]>;
  readonly generations: TokenGenerations;
  readonly #allowed: Table<string[]>;
  readonly #tables: ItemTables;
  readonly #mailboxes = new Map<string, MailboxStore>();
  readonly #byAddress = new Map<string, string>();
  readonly #listeners: ItemChange[] = [];

  constructor(desk: Desk) {
    this.desk = desk;
    this.users = desk.world.table('graph.users');
    this.groups = desk.world.table('graph.groups');
    this.servicePrincipals = desk.world.table('graph.servicePrincipals');
    this.sharePoint = new SiteStore(desk);
    this.settings = desk.world.table('graph.mailboxSettings');
    this.categories = desk.world.table('graph.masterCategories');
    this.#allowed = desk.world.table('graph.appScopes');
    this.generations = new TokenGenerations(desk.world.table('graph.generations'), desk.clock);
    this.#tables = Object.fromEntries(itemsKinds.map((kind) => [kind, desk.world.table(`graph.${kind}`)])) as unknown as ItemTables;
    desk.world.onReset(() => {
      this.#mailboxes.clear();
      this.#byAddress.clear();
    });
    this.#rebuild();
  }

  onChange(listener: ItemChange): void {
    this.#listeners.push(listener);
  }

  /** By id, user principal name or mail address, without regard to case. */
  findUser(name: string): DirectoryUser | undefined {
    const direct = this.users.get(name) ?? this.users.get(name.toLowerCase());
    if (direct) return direct;
    const address = name.toLowerCase();
    const known = this.users.get(this.#byAddress.get(address) ?? '');
    if (known && hasAddress(known, address)) return known;
    for (const user of this.users.values()) {
      if (hasAddress(user, address)) {
        this.#byAddress.set(address, user.id);
        return user;
      }
    }
    return undefined;
  }

  mailbox(userId: string): MailboxStore {
    let mailbox = this.#mailboxes.get(userId);
    if (!mailbox) {
      mailbox = new MailboxStore(userId, this.desk.clock, this.#tables, (...change) => {
        for (const listener of this.#listeners) listener(...change);
      });
      this.#mailboxes.set(userId, mailbox);
    }
    return mailbox;
  }

  mayReach(appId: string, userId: string): boolean {
    return this.#allowed.get(appId)?.includes(userId) ?? true;
  }
  /** Scopes an application to these mailboxes (RBAC for Applications); undefined lifts the scope. */
  scopeApplication(appId: string, userIds: string[] | undefined): void {
    if (userIds) this.#allowed.set(appId, userIds);
    else this.#allowed.delete(appId);
  }

  #rebuild(): void {
    for (const kind of itemsKinds) this.#adoptAll(kind);
    for (const mailbox of this.#mailboxes.values()) mailbox.settle();
  }
  #adoptAll<K extends ItemsKind>(kind: K): void {
    const table = this.#tables[kind] as Table<Row<BodyOf[K]>>;
    for (const row of table.values()) this.mailbox(row.owner).adopt(kind, row);
  }
}

function hasAddress(user: DirectoryUser, address: string): boolean {
  return user.userPrincipalName.toLowerCase() === address || user.mail?.toLowerCase() === address;
}
