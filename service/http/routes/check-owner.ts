import type { SettingName } from '../../../core/customization/index.ts';
import type { Directory } from '../ports/index.ts';
import type { LevelPlace } from './reach-level.ts';

interface Desk {
  wall: readonly string[];
  directory: Pick<Directory, 'user'>;
}

/**
 * The owner of Teams and sites is a user whose Salesforce access can write. That he has still to sign in at Microsoft to read them is no reason
 * against naming him: he can do that only once he is named. Null: nothing against it, or not this setting.
 */
export const checkOwner = async (
  { wall, directory }: Desk,
  place: LevelPlace,
  key: SettingName,
  value: unknown,
): Promise<{ what: string; todo: string } | null> => {
  if (key !== 'sources.owner' || typeof value !== 'string') return null;
  const user = await directory.user(wall, value);
  if (user?.organizationId !== place.id || user.kind !== 'mailbox')
    return { what: 'Not a user of this organization', todo: 'Choose one of its users: GET /api/users?organizationId= lists them.' };
  if (!user.salesforceUserId || !user.salesforceOrgId)
    return { what: 'This user is not connected to Salesforce', todo: 'Let the user connect Salesforce first, or choose another.' };
  return null;
};
