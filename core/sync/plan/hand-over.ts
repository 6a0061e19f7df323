import { type Intent, type Link, type Observation, ownerField } from '../../model/index.ts';
import { newIntent, type PlanContext } from './plan-context.ts';

/** The write that makes another user the owner of this record, with everything the record says, for the journal. */
export function handOver(context: Pick<PlanContext, 'id'>, link: Link, record: Observation, ownerId: string): Intent {
  return newIntent(context, link, {
    side: 'salesforce',
    operation: 'update',
    remoteId: record.remoteId,
    fields: { [ownerField]: ownerId },
    whole: { ...record.fields, [ownerField]: ownerId },
    before: { ...record.fields, [ownerField]: record.facts.ownerId ?? null },
  });
}
