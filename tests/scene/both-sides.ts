import type { Scene, ScenePerson } from './open-scene.ts';

const contact = (row: Record<string, unknown>, names: readonly string[]) => names.map((name) => String(row[name] ?? '')).join('|');

/** The contacts of a mailbox and of its Salesforce user as they stand, without ids and stamps. */
export async function bothSides(scene: Scene, person: ScenePerson): Promise<{ outlook: string[]; salesforce: string[] }> {
  const mine = scene.records('Contact').filter((row) => row.OwnerId === person.salesforceId);
  return {
    outlook: person.mailbox
      .contacts()
      .map((row) => contact(row as unknown as Record<string, unknown>, ['givenName', 'surname', 'jobTitle', 'department', 'companyName']))
      .sort(),
    salesforce: mine.map((row) => contact(row, ['FirstName', 'LastName', 'Title', 'Department', 'Email'])).sort(),
  };
}
