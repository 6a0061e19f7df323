import { z } from 'zod';
import { liveEvent } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';

export const health = z.object({
  version: z.string(),
  /** The oldest client version served; below it every route but this answers 426. */
  minClient: z.string(),
  features: z.array(z.string()),
  /** `sandbox` where demo accounts and a virtual clock exist. */
  mode: z.enum(['sandbox', 'production']),
  /** The service's time, so that a page can correct its countdowns. */
  now: z.iso.datetime(),
});

export const systemRoutes = {
  'GET /api/health': {
    summary: 'Version, oldest client served, features',
    access: 'public',
    status: 200,
    answer: health,
    problems: ['not_ready'],
  },
  'GET /api/events': {
    summary:
      'Live events as text/event-stream, each `data` one LiveEvent; resumes after Last-Event-ID; a comment every 15 s; ends when the token or the grant ends',
    access: 'signed-in',
    status: 200,
    answer: liveEvent,
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
