import { toPage, writeCursor } from '../answers/cursor.ts';
import type { Handlers } from '../handler.ts';
import { wallOf, withinFor } from '../reach/index.ts';
import { nameCursor } from './name-cursor.ts';

export const planHandlers: Pick<Handlers, 'GET /api/plans'> = {
  'GET /api/plans': async ({ query, caller, options }) => {
    const page = {
      ...{ within: withinFor(caller, 'plan.read'), customerId: query.customerId },
      ...{ after: nameCursor('plans', query.cursor), limit: query.limit + 1 },
    };
    return toPage(
      await options.directory.plans(wallOf(caller), page),
      query.limit,
      (row) => row,
      (row) => writeCursor('plans', row.name, row.id),
    );
  },
};
