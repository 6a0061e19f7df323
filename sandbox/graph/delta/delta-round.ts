import { type Answer, ok } from '../http/answer.ts';
import type { MailboxCall } from '../http/call.ts';
import { callerName } from '../http/caller.ts';
import { refusals } from '../http/refusals.ts';
import type { FolderLog, LogEntry } from '../store/folder-log.ts';
import { type DeltaToken, readToken, writeToken } from './delta-token.ts';

const defaultPageSize = 10;
type Page = { value: unknown[]; position: number; more: boolean };

interface DeltaSource {
  log: FolderLog;
  /** names collection and folder, e.g. `contacts/1` */
  collection: string;
  context: string;
  /** options of a first request that are baked into the token */
  options: Record<string, string>;
  /** what the reader sees for one entry: usually one object, for a series master it and its occurrences */
  show(entry: LogEntry, token: DeltaToken): unknown[];
}

/**
 * One page of a delta round. The first request has no token; nextLink leads through the round, deltaLink to the next one.
 * With nothing new the cost does not depend on the size of the collection.
 */
export function deltaRound(call: MailboxCall, source: DeltaSource): Answer {
  const token = currentToken(call, source);
  const page = readPage(call, source, token);
  const next: DeltaToken = { ...token, position: page.position, startedAt: page.more ? token.startedAt : 0 };
  if (call.fault?.do === 'repeated-page') next.position = token.position;
  const link = page.more || call.fault?.do === 'repeated-page' ? 'nextLink' : 'deltaLink';
  if (link === 'nextLink') next.startedAt = token.startedAt;
  next.generation = call.store.generations.issue(next.collection, `${next.position}:${next.startedAt}`);
  const parameter = link === 'nextLink' ? '$skiptoken' : '$deltatoken';
  return ok(
    {
      '@odata.context': source.context,
      [`@odata.${link}`]: `${call.origin}/v1.0${call.path}?${parameter}=${writeToken(next)}`,
      value: page.value,
    },
    { 'Preference-Applied': ['odata.track-changes', ...call.prefer.applied].join(', ') },
  );
}

function currentToken(call: MailboxCall, source: DeltaSource): DeltaToken {
  const text = call.query.get('$skiptoken') ?? call.query.get('$deltatoken');
  if (text === undefined) return firstToken(call, source);
  if (call.query.size > 1) {
    const added = [...call.query.keys()].filter((name) => name !== '$skiptoken' && name !== '$deltatoken');
    throw refusals.badRequest(`A nextLink or deltaLink takes no further parameters; found ${added.join(', ')}.`);
  }
  const token = readToken(text);
  if (token.collection !== collectionKey(call, source, token.options))
    throw refusals.badRequest('The token was made for another collection or by another client.');
  call.store.generations.check(token.collection, token.generation);
  return token;
}

function firstToken(call: MailboxCall, source: DeltaSource): DeltaToken {
  return {
    collection: collectionKey(call, source, source.options),
    generation: 0,
    position: 0,
    startedAt: call.mailbox.seq,
    options: source.options,
  };
}

function collectionKey(call: MailboxCall, source: DeltaSource, options: Record<string, string>): string {
  return [callerName(call.caller), call.mailbox.owner, source.collection, ...Object.values(options)].join('|');
}

function readPage(call: MailboxCall, source: DeltaSource, token: DeltaToken): Page {
  const size = call.prefer.pageSize ?? defaultPageSize;
  const page = collect(call, source, token, size);
  if (call.fault?.do === 'empty-list') return { value: [], position: token.position, more: false };
  if (call.fault?.do === 'half-list') return { ...collect(call, source, token, Math.ceil(page.value.length / 2)), more: false };
  if (call.fault?.do === 'reordered-page') page.value.reverse();
  if (call.fault?.do === 'duplicate-delivery') page.value = page.value.flatMap((one) => [one, one]);
  return page;
}

function collect(call: MailboxCall, source: DeltaSource, token: DeltaToken, size: number): Page {
  const page: Page = { value: [], position: token.position, more: false };
  const visibleUntil = staleLimit(call);
  for (const entry of source.log.after(token.position, token.startedAt, call.prefer.immutableId)) {
    if (visibleUntil !== undefined && entry.at > visibleUntil) return page;
    if (page.value.length >= size) return { ...page, more: true };
    page.value.push(...source.show(entry, token));
    page.position = entry.seq;
  }
  page.position = Math.max(page.position, source.log.lastSeq);
  return page;
}

/** A stale read does not see the changes of the last seconds; they come in the next round. */
function staleLimit(call: MailboxCall): number | undefined {
  if (call.fault?.do !== 'stale-read') return undefined;
  return call.store.desk.clock.now() - (call.fault.seconds ?? 30) * 1000;
}
