import type { Side, SyncError } from '../../model/index.ts';
import type { TakenIntent as Taken } from '../ports/lane-store.ts';
import type { Lookup, WriteAnswer } from '../ports/provider.ts';
import type { LaneRun } from './lane-run.ts';

/** A record that is out of this user's sight is no valid reference for a delete. */
const mayStandDifferently = ({ operation }: Taken, { kind, code }: SyncError): boolean =>
  kind === 'conflict' || kind === 'gone' || (operation === 'delete' && code === 'INVALID_CROSS_REFERENCE_KEY');

/** Items that stand differently than planned, as they stand now, many a request. */
export async function lookAtConflicts(
  run: LaneRun,
  side: Side,
  answers: readonly WriteAnswer[],
  open: ReadonlyMap<string, Taken>,
): Promise<ReadonlyMap<string, Lookup>> {
  const wanted = answers.flatMap((answer) => {
    const intent = open.get(answer.intentId);
    if (answer.done || !intent?.remoteId || !mayStandDifferently(intent, answer.error)) return [];
    // Salesforce says the same of a record that is out of this user's sight; Graph's 404 is proof.
    const proven = side === 'outlook' && intent.operation === 'delete' && answer.error.kind === 'gone';
    return proven ? [] : [{ object: intent.object, remoteId: intent.remoteId }];
  });
  const looks = wanted.length > 0 ? await run.providers[side].get(wanted) : [];
  return new Map(looks.map((look) => [`${look.object} ${look.remoteId}`, look]));
}
