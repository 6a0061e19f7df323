import { z } from 'zod';
import type { Action } from '../../access/index.ts';
import { account, user } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';

/** Who I am, what I may do anywhere, and my own mailboxes: all that the My sync view starts from. */
export const me = z.object({
  account,
  /** Actions that at least one of my grants allows somewhere; a page hides what is not in it. */
  may: z.array(z.string() as z.ZodType<Action, Action>),
  mailboxes: z.array(user),
  /** Own mailboxes that are to own Teams and sites and wait for their person's sign-in to read them; which of those, as far as some are on. */
  sourceSignIns: z.array(z.object({ userId: z.uuid(), organization: z.string(), names: z.array(z.string()) })),
});

export const meRoutes = {
  'GET /api/me': { summary: 'My account, my rights, my mailboxes', access: 'signed-in', status: 200, answer: me, problems: [] },
} as const satisfies Record<string, RouteContract>;
