import type { Faker } from '@faker-js/faker';
import type { Emulators } from '../start/create-emulators.ts';
import type { Colleague } from './colleague.ts';

const hour = 3_600_000;

/** Three mails for everybody: one from outside with a file, one to outside, and one from a colleague, which stays. */
export function seedMails({ graph }: Emulators, faker: Faker, people: readonly Colleague[], today: number): void {
  for (const [index, person] of people.entries()) {
    const mailbox = graph.mailbox(person.id);
    const [outside] = person.outside;
    const colleague = people[(index + 1) % people.length];
    if (!mailbox || !outside || !colleague) continue;
    const own = { emailAddress: { address: person.address, name: `${person.givenName} ${person.surname}` } };
    const guest = { emailAddress: { address: outside, name: outside } };
    const inside = { emailAddress: { address: colleague.address, name: `${colleague.givenName} ${colleague.surname}` } };
    const mail = (from: object, to: object, hours: number) => {
      const time = new Date(today - hours * hour).toISOString();
      const words = { subject: faker.company.catchPhrase(), body: { contentType: 'html', content: `<p>${faker.lorem.paragraph()}</p>` } };
      const people = { from, sender: from, toRecipients: [to], internetMessageId: `<${faker.string.alphanumeric(20)}@mail.example>` };
      return { ...words, ...people, receivedDateTime: time, sentDateTime: time, isRead: true };
    };
    const file = { name: 'Offer.txt', contentType: 'text/plain', contentBytes: Buffer.from(faker.lorem.sentences(3)).toString('base64') };
    mailbox.addMessage({ ...mail(guest, own, 30), attachments: [file] });
    mailbox.addMessage(mail(own, guest, 26), 'sentitems');
    mailbox.addMessage(mail(inside, own, 3));
  }
}
