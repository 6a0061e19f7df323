import type { DirectoryGroup } from './group.ts';

export function renderGroup(group: DirectoryGroup): Record<string, unknown> {
  const mailNickname = group.mail.split('@')[0];
  return {
    id: group.id,
    displayName: group.displayName,
    description: null,
    groupTypes: ['Unified'],
    mail: group.mail,
    mailEnabled: true,
    mailNickname,
    proxyAddresses: [`SMTP:${group.mail}`],
    resourceProvisioningOptions: group.isTeam ? ['Team'] : [],
    securityEnabled: false,
    visibility: group.visibility,
  };
}

export const groupProperties = new Set([
  'id',
  'displayName',
  'description',
  'groupTypes',
  'mail',
  'mailEnabled',
  'mailNickname',
  'proxyAddresses',
  'resourceProvisioningOptions',
  'securityEnabled',
  'visibility',
]);
