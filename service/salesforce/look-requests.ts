import { referenceOf } from './composite.ts';
import type { SalesforceRequest } from './salesforce-client.ts';

/** The requests of a look, the first of which is part `start`: each is not done where the one before has found something. */
export const lookRequests = (look: readonly string[], start: number): SalesforceRequest[] =>
  look.map((path, place) => ({ method: 'GET', path, ...(place === 0 ? {} : { unlessFound: referenceOf(start + place - 1) }) }));
