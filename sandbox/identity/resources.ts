/** What a token can be for. Entra ID v2 names the resource inside the scope; `aud` of the token is `audience`. */
export interface Resource {
  /** absolute URI by which oidc-provider knows it */
  id: string;
  audience: string;
  /** spellings of the resource in front of a scope, without the trailing slash */
  prefixes: string[];
  /** delegated permissions */
  scopes: string[];
}

export const graphAudience = 'https://graph.microsoft.com';
export const exchangeAudience = 'https://outlook.office365.com';
export const ownAudience = 'api://lockstep';

const graphScopes = [
  'User.Read',
  'User.Read.All',
  'User.ReadBasic.All',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Calendars.ReadWrite.Shared',
  'Contacts.Read',
  'Contacts.ReadWrite',
  'Mail.Read',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
  'Tasks.ReadWrite',
  'People.Read',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Sites.Read.All',
  'Directory.Read.All',
  'Organization.Read.All',
  'Reports.Read.All',
  'AuditLog.Read.All',
];

/** Addresses at which the emulators of Graph and Exchange answer: `{graph}/.default` is as good as Microsoft's own name. */
export interface ResourceAddresses {
  graph: string[];
  exchange: string[];
}

export function resourcesAt(addresses: ResourceAddresses): Resource[] {
  return [
    {
      id: graphAudience,
      audience: graphAudience,
      prefixes: [graphAudience, ...addresses.graph, '00000003-0000-0000-c000-000000000000'],
      scopes: graphScopes,
    },
    {
      id: exchangeAudience,
      audience: exchangeAudience,
      prefixes: [exchangeAudience, 'https://outlook.office.com', ...addresses.exchange],
      scopes: ['Exchange.Manage', 'EWS.AccessAsUser.All'],
    },
    { id: ownAudience, audience: ownAudience, prefixes: [ownAudience], scopes: ['access'] },
  ];
}
