import type { Desk } from '../world/desk.ts';
import { applications } from './applications.ts';
import type { Consents } from './consents.ts';
import { storedModels } from './journal-adapter.ts';
import { standingOf } from './tenant.ts';

/** What the tenant's administrator does to sign-ins. Owners are user ids or application ids. */
export class Administration {
  readonly #desk: Desk;
  readonly #consents: Consents;
  constructor(desk: Desk, consents: Consents) {
    this.#desk = desk;
    this.#consents = consents;
  }

  /** Password changed or sessions revoked: access and refresh tokens die at once (AADSTS50173). */
  revokeSignIn(owner: string): void {
    this.#nextGeneration(owner);
    this.#kill(owner, 50173);
    const sessions = storedModels(this.#desk.world, 'Session');
    for (const [id, row] of [...sessions.entries()]) if (row.payload.accountId === owner) sessions.delete(id);
  }
  /** Access tokens expire now; with `refresh`, refresh tokens too (AADSTS700082). */
  expireTokens(owner: string, refresh: boolean): void {
    this.#nextGeneration(owner);
    if (refresh) this.#kill(owner, 700082);
  }
  /** `userId` '*' is everybody; without an application, all of them. */
  withdrawConsent(userId: string, clientId?: string): void {
    for (const id of clientId === undefined ? Object.values(applications).map((one) => one.id) : [clientId])
      this.#consents.withdraw(id, userId);
  }
  grantConsent(userId: string, clientId?: string): void {
    for (const id of clientId === undefined ? Object.values(applications).map((one) => one.id) : [clientId])
      this.#consents.grant(id, userId);
  }
  /** The application's client secret runs out (AADSTS7000222), or is good again. */
  expireSecret(clientId: string, expired: boolean): void {
    const table = standingOf(this.#desk);
    table.set(clientId, { generation: 0, ...table.get(clientId), secretExpired: expired });
  }

  #nextGeneration(owner: string): void {
    const table = standingOf(this.#desk);
    const row = table.get(owner);
    table.set(owner, { ...row, generation: (row?.generation ?? 0) + 1 });
  }
  #kill(owner: string, code: number): void {
    const tokens = storedModels(this.#desk.world, 'RefreshToken');
    for (const [id, row] of [...tokens.entries()]) if (row.payload.accountId === owner) tokens.set(id, { ...row, dead: code });
  }
}
