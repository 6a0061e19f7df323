import { randomBytes } from 'node:crypto';
import type { WorldClock } from '../../world/clock.ts';
import type { Table } from '../../world/table.ts';
import type { World } from '../../world/world.ts';

/** One access token. Times are real milliseconds: moving the world's clock signs nobody out. */
export interface Session {
  userId: string;
  clientId: string;
  scope: string;
  /** the refresh token it came from, whose end is its end */
  refreshToken?: string;
  lastUsed: number;
}

/** What a user allowed an app: one refresh token each, five at most per user and app. */
export interface Approval {
  userId: string;
  clientId: string;
  scope: string;
  issuedAt: number;
  lastUsed: number;
}

const approvalsPerUserAndApp = 5;
const noteUseEvery = 5 * 60_000;

/** Access and refresh tokens of the org. */
export class Sessions {
  readonly #clock: WorldClock;
  readonly #sessions: Table<Session>;
  readonly #approvals: Table<Approval>;

  constructor(world: World, clock: WorldClock) {
    this.#clock = clock;
    this.#sessions = world.table('salesforce.session');
    this.#approvals = world.table('salesforce.approval');
  }

  get realNow(): number {
    return this.#clock.now() - this.#clock.offset;
  }
  /** A new access token, `{org id at 15}!{random}` as Salesforce writes them. */
  open(orgId: string, session: Omit<Session, 'lastUsed'>): string {
    const token = `${orgId.slice(0, 15)}!AQ${randomBytes(48).toString('base64url')}`;
    this.#sessions.set(token, { ...session, lastUsed: this.realNow });
    return token;
  }
  /** The session of a token that is still good; its use prolongs it. */
  use(token: string, minutes: number): Session | undefined {
    const session = this.#sessions.get(token);
    if (!session) return undefined;
    const idle = this.realNow - session.lastUsed;
    if (idle > minutes * 60_000) {
      this.#sessions.delete(token);
      return undefined;
    }
    if (idle > noteUseEvery) this.#sessions.set(token, { ...session, lastUsed: this.realNow });
    return session;
  }
  /** Records an approval and answers its refresh token; a sixth ends the one longest unused. */
  approve(userId: string, clientId: string, scope: string): string {
    const own = [...this.#approvals.entries()].filter(([, one]) => one.userId === userId && one.clientId === clientId);
    const excess = own.sort(([, a], [, b]) => a.lastUsed - b.lastUsed).slice(0, Math.max(0, own.length - approvalsPerUserAndApp + 1));
    for (const [token] of excess) this.endApproval(token);
    const token = `5Aep861${randomBytes(48).toString('base64url')}`;
    this.#approvals.set(token, { userId, clientId, scope, issuedAt: this.realNow, lastUsed: this.realNow });
    return token;
  }
  approval(refreshToken: string): Approval | undefined {
    return this.#approvals.get(refreshToken);
  }
  hasApproved(userId: string, clientId: string): boolean {
    return [...this.#approvals.values()].some((one) => one.userId === userId && one.clientId === clientId);
  }
  noteUse(refreshToken: string): void {
    const approval = this.#approvals.get(refreshToken);
    if (approval) this.#approvals.set(refreshToken, { ...approval, lastUsed: this.realNow });
  }
  /** Ends an access token, or a refresh token with every access token that came from it. */
  revoke(token: string): boolean {
    return this.#sessions.delete(token) || this.endApproval(token);
  }
  endApproval(refreshToken: string): boolean {
    for (const [token, session] of [...this.#sessions.entries()]) if (session.refreshToken === refreshToken) this.#sessions.delete(token);
    return this.#approvals.delete(refreshToken);
  }
  /** Ends access tokens, of one user or all: what a session timeout does. Refresh tokens stay good. */
  expire(userId?: string): number {
    const ended = [...this.#sessions.entries()].filter(([, session]) => userId === undefined || session.userId === userId);
    for (const [token] of ended) this.#sessions.delete(token);
    return ended.length;
  }
  /** Ends a user's refresh tokens too: the person, or an administrator, revoked the app. */
  revokeApprovals(userId: string): number {
    const own = [...this.#approvals.entries()].filter(([, one]) => one.userId === userId);
    for (const [token] of own) this.endApproval(token);
    this.expire(userId);
    return own.length;
  }
}
