import type { SyncError } from '../../model/index.ts';
import type { IssueNote } from '../ports/lane-store.ts';
import type { GuestList } from '../ports/provider.ts';
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
  let after: string | null = null;
  for (;;) {
    run.stop.throwIfAborted();
    const due: readonly GuestList[] = await run.store.guestsDue(run.lane, batch, after);
    if (due.length === 0) return;
    after = due.at(-1)?.linkId ?? null;
    const answers = await relate(due);
    const issues = answers.flatMap(({ linkId, error }): IssueNote[] => {
      const one = due.find((entry) => entry.linkId === linkId);
      // Of what must not stay note-redactions.ts says that it does, and each run tries again.
      if (!one || one.hidden || !error || isLater(error)) return [];
      const detail = { code: error.code, message: error.message, field: 'attendees', on: 'salesforce' };
      return [
        { object: 'event', side: 'salesforce', remoteId: one.recordId, linkId, intentId: null, reason: refusalReason(error), detail },
      ];
    });
    const waiting = answers.flatMap(({ error }) => (error?.kind === 'retry-at' ? [error] : []));
    for (const wait of waiting) run.tally.postponed(wait);
    const hidden = new Set(due.flatMap((entry) => (entry.hidden ? entry.linkId : [])));
    const settled = answers.filter(({ linkId, error }) => !error || !(isLater(error) || hidden.has(linkId))).map(({ linkId }) => linkId);
    run.tally.issues += issues.length;
    run.tally.invited(settled.length - issues.length);
    await run.store.saveGuests(run.lane, { settled, issues }, isoNow(run));
    // The next ones would have to wait, too.
    if (answers.some(({ error }) => error && isLater(error))) return;
  }
}

const isLater = ({ kind }: SyncError): boolean => kind === 'retry-at' || kind === 'sign-in';
