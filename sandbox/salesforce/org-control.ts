import type { OAuth } from '../identity/salesforce/index.ts';
import {
  ensureOrg,
  integrationUser,
  type Org,
  type OrgSettings,
  orgSettings,
  putDefaults,
  putRecordTypes,
  updateRecord,
} from './org/index.ts';
import { refused } from './salesforce-error.ts';
import type { Usage } from './usage.ts';

/** What an administrator of the org switches; the sandbox's control API stands on it. Every input is checked. */
export interface OrgControl {
  /** sharing, dailyLimit, multiDayEvents, enhancedEmail, validationRules, duplicateRules, fieldSecurity, recordTypes, assignments, sessionMinutes: what is named is set, the rest stays */
  set(settings: Partial<Record<keyof OrgSettings, unknown>>): OrgSettings;
  readonly settings: OrgSettings;
  /** requests counted in the last 24 hours, and back to none */
  readonly used: number;
  resetUsage(): void;
  /** ends access tokens (of one user, or all); refresh tokens stay good. Answers how many. */
  expireTokens(userName?: string): number;
  /** the user, or an administrator, revokes the app: refresh answers invalid_grant */
  revokeSignIn(userName: string): number;
  activate(userName: string): void;
  deactivate(userName: string): void;
  /** settings of the client app: certificate (SPKI PEM) for JWT, refresh token rotation, pre-authorisation */
  setClient(settings: { certificate?: string; rotation?: boolean; preAuthorized?: boolean; redirectUris?: string[] }): void;
}

export function orgControl(org: Org, oauth: OAuth, usage: Usage): OrgControl {
  const userId = (name: string): string => {
    ensureOrg(org);
    const user = oauth.findUser(name);
    if (!user) throw refused('INVALID_CROSS_REFERENCE_KEY', `no user has the user name, e-mail or id ${name}`);
    return String(user.Id);
  };
  const setActive = (name: string, IsActive: boolean) => {
    const id = userId(name);
    updateRecord(org, org.type('User'), id, { IsActive }, { userId: String(integrationUser(org).Id), trusted: true });
    if (!IsActive) oauth.sessions.expire(id);
  };
  return {
    set(wanted) {
      ensureOrg(org);
      const read = orgSettings.partial().parse(wanted);
      const settings = org.change(read.sharing ? { ...read, sharing: { ...org.settings.sharing, ...read.sharing } } : read);
      putRecordTypes(org);
      putDefaults(org);
      return settings;
    },
    get settings() {
      return org.settings;
    },
    get used() {
      return usage.used;
    },
    resetUsage: () => usage.reset(),
    expireTokens: (name) => oauth.sessions.expire(name === undefined ? undefined : userId(name)),
    revokeSignIn: (name) => oauth.sessions.revokeApprovals(userId(name)),
    activate: (name) => setActive(name, true),
    deactivate: (name) => setActive(name, false),
    setClient: (settings) => {
      oauth.clients.set({ ...oauth.clients.first, ...settings });
    },
  };
}
