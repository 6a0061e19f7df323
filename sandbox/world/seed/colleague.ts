import type { NewPerson } from './add-person.ts';

/** A person of the demo with what the seeds need to know of them. */
export interface Colleague extends NewPerson {
  salesforceId: string;
  /** addresses of people outside whom they know, for invitations */
  outside: string[];
}
