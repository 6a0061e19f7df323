import type { LeadRecord, LeadWatch, WaitingForLead } from '../ports/leads.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { heedsLeads } from './find-leads.ts';

/** So many are one query beside a listing; those that have waited longest come first. */
const mostWatched = 500;
/** What no listing took along (the org's reader lists, or the leads are more) is looked up anew after so long. */
const unwatchedFor = 6 * 3_600_000;

/**
 * Contacts that wait because their person is a lead go on by themselves: their leads are looked at along with the listing of each run, and what is
 * no longer as it was (converted, deleted, out of sight, another address) goes back to the planner.
 */
export async function watchLeads(run: LaneRun): Promise<(LeadWatch & { wake(): Promise<void> }) | null> {
  const waiting = heedsLeads(run) ? await run.store.waitingForLeads(run.lane) : [];
  if (waiting.length === 0) return null;
  const ids = [...new Set(waiting.flatMap(({ leads }) => leads.map(({ id }) => id)))].slice(0, mostWatched);
  const asked = new Set(ids);
  let known: ReadonlyMap<string, LeadRecord> | null = null;
  return {
    ids,
    seen(records) {
      known = new Map(records.map((record) => [record.id, record]));
    },
    async wake() {
      const over = waiting.filter((one) => goesOn(one, asked, known, run.clock.now()));
      if (over.length === 0) return;
      await run.store.wakeContacts(
        run.lane,
        over.map(({ remoteId }) => remoteId),
      );
    },
  };
}

/** Whether it is to be decided anew. */
export function goesOn(
  { leads, at }: WaitingForLead,
  asked: ReadonlySet<string>,
  known: ReadonlyMap<string, LeadRecord> | null,
  now: number,
): boolean {
  if (!known || !leads.every(({ id }) => asked.has(id))) return now - Date.parse(at) >= unwatchedFor;
  return leads.some(({ id, address }) => {
    const lead = known.get(id);
    return !lead?.open || lead.address !== address;
  });
}
