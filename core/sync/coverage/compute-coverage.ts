import { isColleague } from '../mail/mail-scope.ts';

/** A meeting or mail of the mailbox as the books know it. */
export interface CoveredItem {
  object: 'event' | 'email';
  remoteId: string;
  title: string | null;
  /** When it takes place, was sent or received: ISO 8601 in UTC. */
  at: string;
  /** Addresses of everybody on it but the mailbox, lower case. */
  people: readonly string[];
  private: boolean;
  /** Counted where it did not reach Salesforce, and not named: the books may not know who is on it, but that it is somebody from outside. */
  unnamed: boolean;
  /** It has a record in Salesforce. */
  reached: boolean;
  /** Why not, where that is known. */
  reason: string | null;
}

export interface CoverageGap {
  object: CoveredItem['object'];
  id: string;
  title: string | null;
  at: string;
  /** Those from outside only. */
  people: string[];
  reason: string | null;
}

export interface Share {
  total: number;
  reached: number;
}

export interface CoverageWeek {
  /** Its Monday, in the mailbox's zone: "2026-11-23". */
  week: string;
  meetings: Share;
  mails: Share;
  /** With people from outside, and kept back because they are private: not counted in the shares, and not named. */
  private: number;
  gaps: CoverageGap[];
  /** Gaps beyond those that are named. */
  more: number;
}

const mostGaps = 50;

/**
 * Which of the meetings and mails with people from outside reached Salesforce, week by week, newest first (F08). Pure.
 * @param internal the customer's own domains, lower case
 * @param zone IANA name: weeks begin on its Mondays
 */
export function computeCoverage(items: readonly CoveredItem[], internal: ReadonlySet<string>, zone: string): CoverageWeek[] {
  const weeks = new Map<string, CoverageWeek>();
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  for (const item of [...items].sort((one, other) => (one.at < other.at ? 1 : -1))) {
    const outside = item.people.filter((address) => address.includes('@') && !isColleague(address, internal));
    if (outside.length === 0 && !item.unnamed) continue;
    const week = weekOf(dayOf.format(new Date(item.at)));
    const entry = weeks.get(week) ?? { week, meetings: none(), mails: none(), private: 0, gaps: [], more: 0 };
    weeks.set(week, entry);
    count(entry, item, outside);
  }
  return [...weeks.values()].sort((one, other) => (one.week < other.week ? 1 : -1));
}

function count(week: CoverageWeek, item: CoveredItem, people: string[]): void {
  if (item.private) {
    week.private += 1;
    return;
  }
  const share = item.object === 'event' ? week.meetings : week.mails;
  share.total += 1;
  if (item.reached) share.reached += 1;
  else if (item.unnamed || week.gaps.length === mostGaps) week.more += 1;
  else {
    const { object, remoteId: id, title, at, reason } = item;
    week.gaps.push({ object, id, title, at, people, reason });
  }
}

const none = (): Share => ({ total: 0, reached: 0 });

/** The Monday of that day's week. Days are counted in UTC, where each has 24 hours. */
function weekOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
