import type { DirectoryUser } from './directory-user.ts';

/** Properties that Graph answers for a user where no $select names others. */
export function renderUser(user: DirectoryUser): Record<string, unknown> {
  return {
    businessPhones: [],
    displayName: user.displayName,
    givenName: user.givenName,
    jobTitle: user.jobTitle,
    mail: user.mail || null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: user.surname,
    userPrincipalName: user.userPrincipalName,
    id: user.id,
  };
}

/** Properties that only $select brings. */
export function renderUserMore(user: DirectoryUser): Record<string, unknown> {
  return {
    ...renderUser(user),
    accountEnabled: user.accountEnabled,
    userType: 'Member',
    mailNickname: user.userPrincipalName.split('@')[0],
    proxyAddresses: user.mail ? [`SMTP:${user.mail}`] : [],
  };
}
const more = new Set(['accountEnabled', 'userType', 'mailNickname', 'proxyAddresses']);
export function withoutMore(user: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(user).filter(([name]) => !more.has(name)));
}
export const userProperties = new Set([
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
  'accountEnabled',
  'userType',
  'mailNickname',
  'proxyAddresses',
]);
