import type { DirectoryUser, Mailbox } from '../../graph/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';

/** Somebody whom a request names by id or address, on both sides. */
export interface FoundPerson {
  user: DirectoryUser;
  mailbox: Mailbox;
  /** undefined: they have no Salesforce user */
  salesforceId?: string;
}

export function findPerson({ graph, salesforce }: Emulators, name: string): FoundPerson {
  const mailbox = graph.mailbox(name);
  if (!mailbox) throw new BadInput(`no user has the id or address "${name}"`, 'the address of the request', 'GET /users lists them', 404);
  const record = salesforce.org.user(mailbox.user.mail ?? mailbox.user.userPrincipalName);
  return { user: mailbox.user, mailbox, ...(record ? { salesforceId: String(record.Id) } : {}) };
}

export function salesforceIdOf(person: FoundPerson): string {
  if (person.salesforceId !== undefined) return person.salesforceId;
  throw new BadInput(
    `${person.user.userPrincipalName} has no Salesforce user`,
    'the address of the request',
    'take somebody who has one: GET /users',
    404,
  );
}
