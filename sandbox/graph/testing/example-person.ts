import type { GraphEmulator } from '../create-graph.ts';

interface Example {
  id: string;
  /** The given name; the surname is Example. */
  name: string;
  address: string;
  timeZone?: string;
}

/** Adds a person with a mailbox, as tests need them: a name, an address, an account that is on. */
export function addExamplePerson(graph: GraphEmulator, { id, name, address, timeZone = 'W. Europe Standard Time' }: Example): void {
  graph.users.set(id, {
    id,
    userPrincipalName: address,
    mail: address,
    displayName: `${name} Example`,
    givenName: name,
    surname: 'Example',
    jobTitle: null,
    accountEnabled: true,
    timeZone,
  });
}
