/** One External Client App in Salesforce. */
export interface SalesforceOAuth {
  /** "https://login.salesforce.com", "https://test.salesforce.com" or the org's My Domain. */
  loginUrl: string;
  clientId: string;
  /** Absent with JWT bearer and with apps that need none. */
  clientSecret?: string;
  clock: { now(): number };
  random: () => number;
  fetch?: typeof fetch;
}

/** `api` to read and write, `refresh_token` to go on without the person, `id` to know who it is. */
export const scopes = 'api refresh_token id';
