import type { Answers } from './answer.ts';
import { idOf } from './demo-world.ts';

const share = (reached: number, total: number) => ({ reached, total });
const gap = (index: number, reason: string | null, title: string | null) => ({
  object: index % 2 === 0 ? 'event' : 'email',
  id: `AAMkGap${index}`,
  title,
  at: `2026-11-2${index}T09:30:00.000Z`,
  people: ['lou.park@northwind.example', 'a.rather.long.name.of.somebody@subsidiary.of.northwind.example'],
  reason,
});
const weeks = [
  {
    week: '2026-11-23',
    meetings: share(9, 12),
    mails: share(0, 0),
    private: 1,
    gaps: [gap(4, 'not-triggered', 'Renewal'), gap(5, 'no-match', 'Re: the offer'), gap(6, null, null)],
    more: 2,
  },
  { week: '2026-11-16', meetings: share(8, 8), mails: share(30, 31), private: 0, gaps: [gap(1, 'private', 'Lunch')], more: 0 },
];

/** Coverage of the demo world: two weeks, one of them with gaps beyond those that are named. */
export const coverageAnswers: Answers = [
  [
    /^GET \/api\/users\/([^/]+)\/coverage$/,
    (_state, { query }) => ({ status: 200, body: { items: query.get('weeks') === '26' ? [] : weeks, nextCursor: null } }),
  ],
  [
    /^GET \/api\/organizations\/([^/]+)\/coverage$/,
    ({ world }, _ask, [id]) => {
      const own = world.users.filter(({ organization }) => organization.id === id);
      const items = own.flatMap(({ id: userId, email }) =>
        weeks.map(({ week, meetings, mails, private: kept }) => ({
          ...{ userId, email, week, mails, private: kept },
          meetings: userId === idOf(1, 3) ? share(0, 12) : meetings,
        })),
      );
      return { status: 200, body: { items, nextCursor: null } };
    },
  ],
  [
    /^GET \/api\/organizations\/([^/]+)$/,
    ({ world }, _ask, [id]) => {
      const row = world.organizationRows.find((one) => one.id === id);
      return row === undefined
        ? { status: 404, body: { code: 'not_found', detail: 'There is no such thing.' } }
        : { status: 200, body: { ...row, users: { total: 10, byState: {} } } };
    },
  ],
];
