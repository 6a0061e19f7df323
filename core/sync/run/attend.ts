import type { IssueNote } from '../ports/lane-store.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { refusalReason } from './refusal-reason.ts';

const batch = 100;

/**
 * After the writing room: who takes part in a meeting, as Salesforce's list of invitees shows it. It is no field of the record (its own
 * rows, which leave the record's stamp alone), so it is kept beside it: what is wanted stands in the link, what was done beside that.
 */
export async function attend(run: LaneRun): Promise<void> {
  const { relate } = run.providers.salesforce;
  if (!relate) return;
  for (;;) {
    run.stop.throwIfAborted();
    const due = await run.store.guestsDue(run.lane, batch);
    if (due.length === 0) return;
    const answers = await relate(due);
    const issues = answers.flatMap(({ linkId, error }): IssueNote[] => {
      const one = due.find((entry) => entry.linkId === linkId);
      if (!one || !error || error.kind === 'retry-at' || error.kind === 'sign-in') return [];
      const detail = { code: error.code, message: error.message, field: 'attendees', on: 'salesforce' };
      return [
        { object: 'event', side: 'salesforce', remoteId: one.recordId, linkId, intentId: null, reason: refusalReason(error), detail },
      ];
    });
    const waiting = answers.flatMap(({ error }) => (error?.kind === 'retry-at' ? [error] : []));
    for (const wait of waiting) run.tally.postponed(wait);
    const settled = answers.filter(({ error }) => error?.kind !== 'retry-at' && error?.kind !== 'sign-in').map(({ linkId }) => linkId);
    run.tally.issues += issues.length;
    run.tally.invited(settled.length - issues.length);
    await run.store.saveGuests(run.lane, { settled, issues }, isoNow(run));
    // What waits would come up again at once.
    if (settled.length < due.length) return;
  }
}
