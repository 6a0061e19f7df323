import type { Scene, ScenePerson } from '../scene/index.ts';
import type { PlayedKind } from './played-kinds.ts';

const up = ['Ada', 'Ben', 'Col', 'Dot', 'Eli'];
const down = ['Flo', 'Gus', 'Hal', 'Ivy', 'Jon'];

/** Items that both sides will hold: five that begin in Outlook, five in Salesforce. */
export function populate(scene: Scene, { mailbox, salesforceId }: ScenePerson, kind: PlayedKind): void {
  const now = scene.desk.clock.now();
  for (const name of up) kind.add(mailbox, name, now);
  for (const name of down) scene.salesforce.org.insert(kind.sobject, kind.record(name, now), salesforceId);
}

/** One case for each way in which two linked items can come apart, and new ones on either side and on both. */
export function disturb(scene: Scene, person: ScenePerson, kind: PlayedKind): void {
  const { mailbox, salesforceId } = person;
  const { org } = scene.salesforce;
  const [first, second = first] = kind.fields;
  const now = scene.desk.clock.now();
  const item = (name: string) => String(kind.items(mailbox).find((one) => kind.nameOf(one) === name)?.id);
  const record = (name: string) => String(scene.records(kind.sobject).find((row) => kind.nameOfRecord(row) === name)?.Id);
  const inOutlook = (name: string, value: string, field = first) => kind.edit(mailbox, item(name), field.outlook(value));
  const inSalesforce = (name: string, value: string, field = first) =>
    org.update(kind.sobject, record(name), { [field.salesforce]: value }, salesforceId);
  inOutlook('Ada', 'Director');
  inOutlook('Ben', 'Buyer');
  inSalesforce('Ben', 'Sales', second);
  kind.remove(mailbox, item('Col'));
  inSalesforce('Dot', 'Owner');
  inSalesforce('Flo', 'Pilot');
  org.delete(kind.sobject, record('Gus'), salesforceId);
  // Deleted on one side, edited on the other: the edit wins.
  kind.remove(mailbox, item('Hal'));
  inSalesforce('Hal', 'Kept');
  inOutlook('Ivy', 'Both');
  inSalesforce('Ivy', 'Both');
  kind.add(mailbox, 'Kim', now);
  org.insert(kind.sobject, kind.record('Lou', now), salesforceId);
  if (kind.object !== 'contact') return;
  // One person, met on both sides; and one who was deleted and made again.
  kind.add(mailbox, 'May', now);
  org.insert(kind.sobject, { ...kind.record('May', now), [first.salesforce]: 'Same' }, salesforceId);
  kind.remove(mailbox, item('Eli'));
  kind.add(mailbox, 'Eli', now);
}
