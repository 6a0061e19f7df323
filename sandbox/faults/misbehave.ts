import type { Context } from 'hono';
import type { WorldClock } from '../world/clock.ts';
import type { Fault, FaultKind, Faults } from './faults.ts';

/** Thrown after the effect where the answer must not reach the client; the outermost handler cuts the connection (`cutConnection`). */
export class AnswerLost extends Error {
  readonly partOfBody: string;
  constructor(partOfBody = '') {
    super('the answer is lost on purpose');
    this.partOfBody = partOfBody;
  }
}

/** How one emulated service words a refusal: its own error envelope for a status. */
export type Refusal = (status: number, kind: FaultKind) => Response;

export interface Misbehaving {
  faults: Faults;
  clock: WorldClock;
  refuse: Refusal;
}

/**
 * Runs one emulated operation under the fault desk. Faults that refuse act before the effect; `lost-answer`, `cut-body` and
 * `html` act after it. Faults about content (`empty-list`, `half-list`, `repeated-page`, `reordered-page`, `stale-read`,
 * `duplicate-delivery`) are handed to the operation itself as `fault`, which knows what a page of it is.
 */
export async function misbehave(
  desk: Misbehaving,
  operation: string,
  user: string | undefined,
  run: (fault: Fault | undefined) => Promise<Response> | Response,
): Promise<Response> {
  const fault = desk.faults.take(operation, user);
  if (!fault) return run(undefined);
  const before = refusal(desk, fault);
  if (before) return before;
  if (fault.do === 'timeout') {
    await desk.faults.keepWaiting();
    throw new AnswerLost();
  }
  if (fault.do === 'clock-jump') desk.clock.advance((fault.seconds ?? 3600) * 1000);
  const answer = await run(fault);
  if (fault.do === 'lost-answer') throw new AnswerLost();
  if (fault.do === 'html')
    return new Response('<html><body><h1>Service Unavailable</h1></body></html>', {
      status: 200,
      headers: { 'content-type': 'text/html' },
    });
  if (fault.do === 'cut-body') {
    const text = await answer.text();
    throw new AnswerLost(text.slice(0, Math.floor(text.length / 2)));
  }
  return answer;
}

function refusal(desk: Misbehaving, fault: Fault): Response | undefined {
  const [status, spelling] = fault.do.split(/-(.*)/s, 2);
  if (!/^\d{3}$/.test(status ?? '')) return undefined;
  const answer = desk.refuse(Number(status), fault.do);
  const wait = retryAfter(desk.clock, fault, spelling);
  if (wait !== undefined) answer.headers.set('Retry-After', wait);
  return answer;
}

function retryAfter(clock: WorldClock, fault: Fault, spelling: string | undefined): string | undefined {
  if (spelling === 'decimal') return String(fault.seconds ?? 0.249);
  if (spelling === 'date') return new Date(clock.now() + (fault.seconds ?? 2) * 1000).toUTCString();
  if (spelling === '600') return '600';
  if (spelling === 'retry-after') return String(fault.seconds ?? 2);
  return fault.do === '429' && fault.seconds !== undefined ? String(fault.seconds) : undefined;
}

/** Ends the client's connection without (the rest of) an answer. Works under @hono/node-server, whose bindings hold the socket. */
export function cutConnection(context: Context, lost: AnswerLost): Response {
  const { outgoing } = context.env as { outgoing?: import('node:http').ServerResponse };
  if (outgoing && lost.partOfBody !== '') {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': String(lost.partOfBody.length * 4) });
    outgoing.write(lost.partOfBody, () => outgoing.socket?.destroy());
  } else {
    outgoing?.socket?.destroy();
  }
  // a clone is a plain Response: the server's own light one is written without a look at this header
  return new Response(null, { status: 500, headers: { 'x-hono-already-sent': 'true' } }).clone();
}
