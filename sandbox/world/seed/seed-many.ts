import { faker } from '@faker-js/faker/locale/en';
import type { Mailbox } from '../../graph/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { asOutlookContact, asSalesforceContact, makeAcquaintance } from './make-acquaintance.ts';

export interface ManyItems {
  contacts: number;
  events: number;
  side: 'outlook' | 'salesforce';
  seed: number;
  mailbox: Mailbox;
  salesforceId: string;
  /** milliseconds since 1970 */
  today: number;
}

const day = 86_400_000;
const halfHour = 1_800_000;
const days = 50;

/** N contacts and N half-hour meetings of the coming 50 days, on one side. Addresses and times differ from one another. */
export function seedMany({ salesforce }: Emulators, many: ManyItems): void {
  faker.seed(many.seed);
  for (let place = 0; place < many.contacts; place += 1) {
    const one = makeAcquaintance(faker, `s${many.seed}n${place}`);
    if (many.side === 'outlook') many.mailbox.addContact(asOutlookContact(one));
    else salesforce.org.insert('Contact', asSalesforceContact(one), many.salesforceId);
  }
  const first = (Math.floor(many.today / day) + 1) * day;
  for (let place = 0; place < many.events; place += 1) {
    const start = first + (place % days) * day + (Math.floor(place / days) % 48) * halfHour;
    const subject = `${faker.company.buzzVerb()} ${faker.company.buzzNoun()} ${place}`;
    const location = faker.location.city();
    const [from, to] = [new Date(start).toISOString(), new Date(start + halfHour).toISOString()];
    if (many.side === 'outlook')
      many.mailbox.addEvent({
        subject,
        location: { displayName: location },
        start: { dateTime: from, timeZone: 'UTC' },
        end: { dateTime: to, timeZone: 'UTC' },
      });
    else
      salesforce.org.insert(
        'Event',
        { Subject: subject, Location: location, StartDateTime: from, EndDateTime: to, OwnerId: many.salesforceId },
        many.salesforceId,
      );
  }
}
