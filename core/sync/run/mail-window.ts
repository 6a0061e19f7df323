import type { CalendarWindow } from '../../model/index.ts';
import type { LaneRun } from './lane-run.ts';

const day = 24 * 3_600_000;

/**
 * From when on a folder's mails are listed: the same as events, so that the weekly listing stays short; but never later than its last full
 * listing, or what came while the mailbox stood still would be in none. A folder that was never listed is listed from the activation on. Null: all.
 */
export function mailWindow(
  { policy, readWindow }: { policy: { mail: Pick<LaneRun['policy']['mail'], 'from'> } } & Pick<LaneRun, 'readWindow'>,
  listedAt: string | null,
): CalendarWindow | null {
  const { from } = policy.mail;
  if (from === null) return null;
  // A day more: what arrives while a listing goes on may be in it or not.
  const known = listedAt === null ? from : new Date(Date.parse(listedAt) - day).toISOString();
  const start = known < readWindow.start ? known : readWindow.start;
  return { start: from > start ? from : start, end: readWindow.end };
}
