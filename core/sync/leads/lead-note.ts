import type { Decision, Observation } from '../../model/index.ts';
import { decide } from '../plan/plan-context.ts';
import type { LeadRecord } from '../ports/leads.ts';

/** The decision about a contact whose person is a lead: which, and by what address. The run that looks at it again reads it here (waitingForLeads). */
export function leadNote(item: Pick<Observation, 'side' | 'object' | 'remoteId'>, leads: readonly LeadRecord[]): Decision {
  return {
    ...decide(item, 'open-lead', 'skip', {
      lead: leads.map(({ name }) => name),
      leadIds: leads.map(({ id }) => id),
      leadAddresses: leads.map(({ address }) => address),
    }),
    room: 'identify',
  };
}
