import type { Emulators } from '../start/create-emulators.ts';
import type { Colleague } from './colleague.ts';

/** What trips a naive synchronization, in the first person's hands: each must end on both sides or with a reason why not. */
export function addTraps({ graph, salesforce }: Emulators, people: Colleague[]): void {
  const [first] = people;
  const mailbox = first && graph.mailbox(first.id);
  if (!first || !mailbox) return;
  const mine = (fields: Record<string, unknown>) => salesforce.org.insert('Contact', fields, first.salesforceId);
  // Salesforce demands a last name
  mailbox.addContact({ givenName: 'Prudence', emailAddresses: [{ address: 'prudence@solo.example' }] });
  mailbox.addContact({ companyName: 'Larchwood Catering', businessPhones: ['+44 20 7946 0321'] });
  // one address twice on a side: no guess which one is meant
  mailbox.addContact({ givenName: 'Robin', surname: 'Twyford', emailAddresses: [{ address: 'robin@twice.example' }] });
  mailbox.addContact({ givenName: 'Rob', surname: 'Twyford', emailAddresses: [{ address: 'robin@twice.example' }] });
  mine({ FirstName: 'Robin', LastName: 'Twyford', Email: 'robin@twice.example' });
  mailbox.addContact({ givenName: 'Dana', surname: 'Pell', emailAddresses: [{ address: 'dana@pell.example' }] });
  mine({ FirstName: 'Dana', LastName: 'Pell', Email: 'dana@pell.example' });
  mine({ FirstName: 'D.', LastName: 'Pell', Email: 'dana@pell.example' });
  // the same address in other letters is the same address
  mailbox.addContact({ givenName: 'Ines', surname: 'Falk', emailAddresses: [{ address: 'Ines.Falk@Case.example' }] });
  mine({ FirstName: 'Ines', LastName: 'Falk', Email: 'ines.falk@case.example' });
  // no address at all
  mailbox.addContact({ givenName: 'Otis', surname: 'Rook', mobilePhone: '+44 7700 900123' });
  mine({ FirstName: 'Otis', LastName: 'Rook', MobilePhone: '07700 900123' });
  // letters beyond ASCII, and a name too long for Salesforce's FirstName (40)
  mailbox.addContact({ givenName: 'Żaneta', surname: 'Łęcka-Ødegård', emailAddresses: [{ address: 'zaneta@umlaut.example' }] });
  mailbox.addContact({
    givenName: 'Wolfgang-Amadeus-Maximilian-Ferdinand-Karl',
    surname: 'Lang',
    emailAddresses: [{ address: 'wolfgang@long.example' }],
  });
}
