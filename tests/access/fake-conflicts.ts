import type { ConflictDesk, ConflictRow } from '../../service/http/index.ts';
import { customerOf, world } from './people.ts';

const conflictRow = (number: number): ConflictRow => ({
  id: world.conflicts[number - 1] ?? '',
  customerId: customerOf(number),
  userId: world.users[number - 1] ?? '',
  object: 'contact',
  field: 'title',
  title: 'Dana Ruiz',
  outlookId: 'AAMk1',
  salesforceId: '003000000000001AAA',
  hasBase: true,
  base: 'Buyer',
  outlook: 'Chemist',
  salesforce: 'Director',
  outlookEditedAt: '2026-11-22T11:50:00.000Z',
  salesforceEditedAt: '2026-11-22T11:52:00.000Z',
  state: 'waiting',
  winner: null,
  decidedBy: null,
  answeredBy: null,
  openedAt: '2026-11-22T11:55:00.000Z',
  deadlineAt: '2026-12-06T11:55:00.000Z',
  settledAt: null,
});

export const createFakeConflicts = (changes: string[]): ConflictDesk => {
  const rows = [1, 2, 3, 4].map(conflictRow);
  const seen = (wall: readonly string[], userId: string) => rows.filter((row) => row.userId === userId && wall.includes(row.customerId));
  return {
    list: async (wall, filter, page) => seen(wall, filter.userId).slice(0, page.limit),
    get: async (wall, id) => rows.find((row) => row.id === id && wall.includes(row.customerId)),
    countOpen: async (wall, scope) => seen(wall, scope.userId).filter((row) => row.state === 'waiting').length,
    openIds: async (wall, scope) =>
      seen(wall, scope.userId)
        .filter((row) => row.state === 'waiting')
        .map((row) => row.id),
    async answer(wall, _customerId, { userId, ids, keep }) {
      const taken = seen(wall, userId).filter((row) => ids.includes(row.id) && row.winner !== keep);
      for (const row of taken) {
        changes.push(`answer conflict ${row.id} ${keep}`);
        Object.assign(row, { state: 'answered', winner: keep, decidedBy: 'person' });
      }
      return taken.length;
    },
  };
};
