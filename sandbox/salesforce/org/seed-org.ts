import type { Row } from '../schema/index.ts';
import { defaultAccess } from './default-access.ts';
import type { Org } from './org.ts';

/** The user name under which client credentials run, as the connected app's policy says. */
export const integrationUsername = 'integration@lockstep.sandbox';

/** What is there in every org before anybody adds a record: the organization, profiles, the integration user, task statuses. */
export function seedOrg(org: Org): void {
  const stamp = org.stamp;
  const profiles = ['System Administrator', 'Standard User', 'Minimum Access - API Only Integrations'];
  const adminId = org.store(org.type('User')).nextId();
  const audit = { CreatedDate: stamp, CreatedById: adminId, LastModifiedDate: stamp, LastModifiedById: adminId, SystemModstamp: stamp };
  const add = (type: string, row: Row, id = org.store(org.type(type)).nextId()) => {
    org.put(org.type(type), { Id: id, ...row, ...audit });
    return id;
  };
  add('Organization', {
    Name: 'Lockstep Sandbox Org',
    OrganizationType: 'Enterprise Edition',
    InstanceName: 'SBX1',
    IsSandbox: true,
    TimeZoneSidKey: 'Europe/London',
    DefaultLocaleSidKey: 'en_GB',
    LanguageLocaleKey: 'en_US',
    Country: 'GB',
    ...defaultAccess(org),
  });
  const profileIds = profiles.map((Name, place) =>
    add('Profile', {
      Name,
      UserType: 'Standard',
      PermissionsApiEnabled: true,
      PermissionsViewAllData: place !== 1,
      PermissionsModifyAllData: place !== 1,
    }),
  );
  add(
    'User',
    {
      Username: integrationUsername,
      Email: integrationUsername,
      FirstName: 'Integration',
      LastName: 'User',
      Name: 'Integration User',
      Alias: 'integ',
      CommunityNickname: 'integration',
      IsActive: true,
      ProfileId: profileIds[2] ?? null,
      TimeZoneSidKey: 'Europe/London',
      LocaleSidKey: 'en_GB',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      UserType: 'Standard',
    },
    adminId,
  );
  for (const [place, status] of ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'].entries()) {
    add('TaskStatus', {
      MasterLabel: status,
      ApiName: status,
      SortOrder: place + 1,
      IsDefault: place === 0,
      IsClosed: status === 'Completed',
    });
  }
}

export function standardProfileId(org: Org): string {
  for (const row of org.store(org.type('Profile')).rows()) if (row.Name === 'Standard User') return String(row.Id);
  throw new Error('the org has no Standard User profile');
}
