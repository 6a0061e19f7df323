import type { Desk } from '../world/desk.ts';

type Consent = 'granted' | 'withdrawn';

/**
 * Who agreed to which application. The administrator consented to all of them when the tenant was made; a person's own row goes before it,
 * so that "withdraw consent" can be played for one person.
 */
export class Consents {
  readonly #table;
  constructor(desk: Desk) {
    this.#table = desk.world.table<Consent>('identity.consents');
  }

  has(clientId: string, userId: string): boolean {
    const row = this.#table.get(`${clientId}/${userId}`) ?? this.#table.get(`${clientId}/*`) ?? 'granted';
    return row === 'granted';
  }
  /** `userId` '*' is the administrator's consent for everybody. */
  grant(clientId: string, userId: string): void {
    this.#table.set(`${clientId}/${userId}`, 'granted');
    if (userId === '*')
      for (const key of [...this.#table.entries()].map(([k]) => k))
        if (key.startsWith(`${clientId}/`) && !key.endsWith('/*')) this.#table.delete(key);
  }
  withdraw(clientId: string, userId: string): void {
    this.#table.set(`${clientId}/${userId}`, 'withdrawn');
  }
}
