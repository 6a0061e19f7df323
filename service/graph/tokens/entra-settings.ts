/** One application in Entra ID. */
export interface EntraSettings {
  /** "https://login.microsoftonline.com", or that of a sovereign cloud. */
  authority: string;
  clientId: string;
  clientSecret: string;
  /** Root of Microsoft Graph, which the scopes belong to: "https://graph.microsoft.com". */
  resource: string;
  clock: { now(): number };
  random: () => number;
  fetch?: typeof fetch;
}

/** What the mailbox of a signed-in person needs; offline_access gives the refresh token. */
const delegatedScopes = [
  'Contacts.ReadWrite',
  'Calendars.ReadWrite',
  'Tasks.ReadWrite',
  'Mail.ReadWrite',
  'MailboxSettings.ReadWrite',
  'User.Read',
] as const;

/** What reading Teams and sites needs, asked for in a sign-in of its own: whoever connects a mailbox only is not asked for it. */
const sourceScopes = ['Group.Read.All', 'Sites.Read.All', 'User.Read'] as const;

const scopeOf = (resource: string, scopes: readonly string[]): string =>
  [...scopes.map((scope) => `${resource.replace(/\/+$/, '')}/${scope}`), 'openid', 'profile', 'offline_access'].join(' ');

export const delegatedScope = (resource: string): string => scopeOf(resource, delegatedScopes);
export const sourceScope = (resource: string): string => scopeOf(resource, sourceScopes);
