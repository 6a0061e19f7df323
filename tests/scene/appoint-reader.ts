import type { Scene, ScenePerson } from './open-scene.ts';

/** Makes this person the reader account of the org: an administrator there, who sees every record. */
export async function appointReader(scene: Scene, person: ScenePerson): Promise<void> {
  const { org } = scene.salesforce;
  const [profile] = [...org.records('Profile')].filter((row) => row.PermissionsViewAllData === true);
  org.update('User', person.salesforceId, { ProfileId: profile?.Id });
  await scene.rows('UPDATE salesforce_org SET reader_user_id = $1', [person.userId]);
}
