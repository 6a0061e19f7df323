import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { ApiOptions } from '../api-options.ts';
import type { Environment } from '../environment.ts';
import type { Caller, LiveEventRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { wallOf, withinFor } from '../reach/index.ts';

const heartbeat = 15_000;
const most = 200;
/** Open streams of one account in this process: more than a person has windows, fewer than hurt. */
const mostStreams = 30;
const open = new Map<string, number>();

const takeStream = (accountId: string, now: number): (() => void) => {
  const count = open.get(accountId) ?? 0;
  if (count >= mostStreams) {
    throw new HttpProblem('too_many_requests', `You have ${count} live streams open already.`, {
      retryAt: new Date(now + heartbeat).toISOString(),
    });
  }
  open.set(accountId, count + 1);
  return () => {
    const left = (open.get(accountId) ?? 1) - 1;
    if (left > 0) open.set(accountId, left);
    else open.delete(accountId);
  };
};

/** Which events a caller sees: of whole customers all, of an organization its own, of a mailbox its own. */
const isFor = (caller: Caller) => {
  const within = withinFor(caller, 'user.read');
  const customers = new Set(within.customerIds);
  const organizations = new Set(within.organizationIds);
  const users = new Set(within.userIds);
  return (event: LiveEventRow): boolean =>
    customers.has(event.customerId) ||
    (event.organizationId !== null && organizations.has(event.organizationId)) ||
    (event.userId !== null && users.has(event.userId));
};

const write = (event: LiveEventRow): string => `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`;

const startFrom = (context: Context<Environment>): string | undefined => {
  const last = context.req.header('last-event-id');
  if (last === undefined || /^\d{1,18}$/.test(last)) return last;
  const errors = [
    { where: 'header.Last-Event-ID', what: 'Not an id of this stream', todo: 'Send the id of the last event, or leave it out.' },
  ];
  throw new HttpProblem('invalid_input', 'The header Last-Event-ID cannot be read.', { errors });
};

/** Wakes on a live event, on the heartbeat and at the end; what came while nobody waited is not lost. */
const createBell = () => {
  let rung: Set<string> = new Set();
  let wake: (() => void) | undefined;
  return {
    ring(why: 'event' | 'beat' | 'end'): void {
      rung.add(why);
      wake?.();
    },
    async heard(): Promise<ReadonlySet<string>> {
      if (rung.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const all = rung;
      rung = new Set();
      wake = undefined;
      return all;
    },
  };
};

/**
 * Server-sent events, read by fetch (EventSource cannot carry a bearer token). Begins with `event: ready`, whose id is the place to
 * resume from; each event is sent only while the token and the grant behind it still hold: they are asked before every delivery and on
 * every heartbeat.
 */
export const streamEvents = async (context: Context<Environment>, caller: Caller, options: ApiOptions): Promise<Response> => {
  const bearer = context.get('bearer') ?? '';
  let place = startFrom(context) ?? (await options.live.lastId(wallOf(caller)));
  const bell = createBell();
  const giveBack = takeStream(caller.accountId, options.surroundings.now());

  const current = async (): Promise<Caller | undefined> => {
    const now = await options.signIn.authenticate(bearer);
    return now !== undefined && now.expiresAt > options.surroundings.realNow() ? now : undefined;
  };

  context.header('content-type', 'text/event-stream; charset=utf-8');
  context.header('cache-control', 'no-store');
  // Or a proxy keeps events until its buffer is full.
  context.header('x-accel-buffering', 'no');
  return stream(context, async (out) => {
    const stops = [
      giveBack,
      options.live.listen((customerId) => wallOf(caller).includes(customerId) && bell.ring('event')),
      options.surroundings.every(heartbeat, () => bell.ring('beat')),
    ];
    out.onAbort(() => bell.ring('end'));

    const deliver = async (asking: Caller): Promise<void> => {
      const mayRead = isFor(asking);
      for (;;) {
        const rows = await options.live.after(wallOf(asking), place, most);
        const shown = rows.filter(mayRead).map(write).join('');
        if (shown !== '') await out.write(shown);
        place = rows.at(-1)?.id ?? place;
        if (rows.length < most) return;
      }
    };

    try {
      await out.write(`id: ${place}\nevent: ready\ndata: {}\n\n`);
      await deliver(caller);
      for (let why = await bell.heard(); !why.has('end') && !out.aborted; why = await bell.heard()) {
        const asking = await current();
        if (asking === undefined) return;
        await deliver(asking);
        if (why.has('beat')) await out.write(': beat\n\n');
      }
    } finally {
      for (const stop of stops) stop();
    }
  });
};
