import type { DirectoryUser } from '../users/directory-user.ts';

/** A Microsoft 365 group of the tenant. Its calendar is a mailbox of its own, with the group's id as owner. */
export interface DirectoryGroup {
  /** guid */
  id: string;
  displayName: string;
  mail: string;
  /** only members read a private group's calendar; a public one's everybody of the tenant */
  visibility: 'Private' | 'Public';
  /** has a Team */
  isTeam: boolean;
  /** directory ids */
  members: string[];
  /** Windows name */
  timeZone: string;
}

/** The group as the owner of its calendar: it organizes what is made there. */
export function asOwner(group: DirectoryGroup): DirectoryUser {
  const { id, displayName, mail, timeZone } = group;
  const nobody = { givenName: null, surname: null, jobTitle: null, accountEnabled: true };
  return { ...nobody, id, displayName, mail, userPrincipalName: mail, timeZone };
}
