import type { LiveEvent } from '../../model/index.ts';
import { ApiProblem, toApiProblem } from './api-problem.ts';
import { createEventStreamParser } from './parse-event-stream.ts';
import type { ByteReader, Send, Signal } from './transport.ts';

export interface EventOptions {
  /** Go on after this event; without it, only what happens from now on. */
  after?: string | undefined;
  signal?: Signal | undefined;
  /** True when the stream stands, false when it broke and is asked for again: the page then shows that its data ages. */
  onLive?: ((live: boolean) => void) | undefined;
}

interface Waiting {
  sleep(milliseconds: number, signal?: Signal): Promise<void>;
}

// The platform's decoder; declared here because this folder is compiled without the DOM.
declare const TextDecoder: new () => { decode(chunk?: Uint8Array, options?: { stream: boolean }): string };

const longestWait = 30_000;

/** Messages of one connection, until it ends. */
async function* readMessages(reader: ByteReader) {
  const decoder = new TextDecoder();
  const parser = createEventStreamParser();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      yield* parser.push(decoder.decode(chunk.value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** One connection: yields its events; `place.last` follows their ids. Throws ApiProblem where it was refused. */
async function* oneConnection(
  send: Send,
  place: { last: string | undefined },
  options: EventOptions,
): AsyncGenerator<LiveEvent, void, void> {
  const headers: Record<string, string> = { accept: 'text/event-stream' };
  if (place.last !== undefined) headers['last-event-id'] = place.last;
  const answer = await send('GET', '/api/events', headers, undefined, options.signal);
  if (answer.status !== 200 || answer.body === null) throw toApiProblem(answer.status, await answer.text());
  options.onLive?.(true);
  for await (const message of readMessages(answer.body.getReader())) {
    if (message.id !== null) place.last = message.id;
    // "ready" only names the place from which to resume.
    if (message.event === 'message') yield JSON.parse(message.data) as LiveEvent;
  }
}

const isRefusal = (error: unknown): boolean => error instanceof ApiProblem && [401, 403, 426].includes(error.status);

/**
 * Server-sent events by fetch (EventSource carries no bearer token). A broken stream is asked for again with Last-Event-ID, after 1 s,
 * 2 s, 4 s ... 30 s; a refusal (401, 403, 426) ends it.
 */
export async function* followEvents(send: Send, waiting: Waiting, options: EventOptions): AsyncGenerator<LiveEvent, void, void> {
  const place = { last: options.after };
  let failures = 0;
  const onLive = (live: boolean): void => {
    if (live) failures = 0;
    options.onLive?.(live);
  };
  while (!options.signal?.aborted) {
    try {
      yield* oneConnection(send, place, { ...options, onLive });
    } catch (error) {
      if (options.signal?.aborted) return;
      if (isRefusal(error)) throw error;
    }
    onLive(false);
    if (options.signal?.aborted) return;
    await waiting.sleep(Math.min(longestWait, 1000 * 2 ** failures), options.signal);
    failures += 1;
  }
}
