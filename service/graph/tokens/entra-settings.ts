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

export const delegatedScope = (resource: string): string =>
  [...delegatedScopes.map((scope) => `${resource.replace(/\/+$/, '')}/${scope}`), 'openid', 'profile', 'offline_access'].join(' ');
