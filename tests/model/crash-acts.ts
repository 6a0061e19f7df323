import { outlookMail, type Scene, type ScenePerson } from '../scene/index.ts';
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

const marked = { categories: ['Salesforce'] };
const file = { name: 'offer.txt', contentBytes: Buffer.from('offer').toString('base64') };

/** A mail arrives now; what came before synchronization began stays. */
function receive(scene: Scene, { mailbox }: ScenePerson, subject: string, more: Record<string, unknown> = {}): string {
  scene.advance(1_000);
  const at = new Date(scene.desk.clock.now()).toISOString();
  return mailbox.addMessage(outlookMail(subject, 'kim@guest.example', { receivedDateTime: at, sentDateTime: at, ...more })).id;
}

/** Mails that have their record, with a file each; and the folder that takes mails to Salesforce. Answers its id. */
export function populateMails(scene: Scene, person: ScenePerson): string {
  const folder = person.mailbox.addMailFolder('Salesforce Emails').id;
  for (const subject of ['Kept', 'Thrown away', 'Filed']) receive(scene, person, subject, { ...marked, attachments: [file] });
  return folder;
}

/** Each way in which a mail comes to Salesforce, and what a person does to those that are there. */
export async function disturbMails(scene: Scene, person: ScenePerson, folder: string): Promise<void> {
  const { mailbox } = person;
  const known = (subject: string) => String(mailbox.messages().find((mail) => mail.subject === subject)?.id);
  mailbox.deleteMessage(known('Thrown away'));
  mailbox.updateMessage(known('Filed'), { categories: [] });
  mailbox.moveMessage(known('Filed'), 'archive');
  receive(scene, person, 'With a file', { ...marked, attachments: [file] });
  mailbox.moveMessage(receive(scene, person, 'In the folder'), folder);
  receive(scene, person, 'Nobody asked');
  await scene.rows(
    `INSERT INTO saved_item (customer_id, user_id, object, remote_id, asked_by, asked_at) VALUES ($1, $2, 'email', $3, $4, $5)`,
    [scene.customerId, person.userId, receive(scene, person, 'Saved'), person.address, new Date(scene.desk.clock.now()).toISOString()],
  );
}
