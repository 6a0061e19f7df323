import type { Item } from '../../contract/client/index.ts';

export type CoverageLine = Item<'GET /api/organizations/{id}/coverage'>;
export type CoverageSum = Pick<CoverageLine, 'meetings' | 'mails' | 'private'>;

const sum = (lines: readonly CoverageLine[]): CoverageSum => ({
  meetings: {
    total: lines.reduce((all, { meetings }) => all + meetings.total, 0),
    reached: lines.reduce((all, { meetings }) => all + meetings.reached, 0),
  },
  mails: {
    total: lines.reduce((all, { mails }) => all + mails.total, 0),
    reached: lines.reduce((all, { mails }) => all + mails.reached, 0),
  },
  private: lines.reduce((all, line) => all + line.private, 0),
});

const missingOf = ({ meetings, mails }: CoverageSum): number => meetings.total - meetings.reached + mails.total - mails.reached;

/** An organization's lines added up: by week, newest first, and by mailbox, the largest gap first. */
export const sumCoverage = (lines: readonly CoverageLine[]) => {
  const weeks = [...Map.groupBy(lines, ({ week }) => week)].map(([week, own]) => ({ week, ...sum(own) }));
  const users = [...Map.groupBy(lines, ({ userId }) => userId)].map(([userId, own]) => {
    const all = sum(own);
    return { userId, email: own[0]?.email ?? '', ...all, missing: missingOf(all) };
  });
  return {
    weeks: weeks.sort((one, other) => other.week.localeCompare(one.week)),
    users: users.sort((one, other) => other.missing - one.missing || one.email.localeCompare(other.email)),
  };
};
