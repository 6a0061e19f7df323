import { type SyncError, SyncFailure } from '../../core/model/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { classifyError } from './classify-answer.ts';
import { mostParts, type PartAnswer, sendComposite } from './composite.ts';
import { firstError } from './read-errors.ts';
import { RequestRefused, type SalesforceClient, type SalesforceRequest } from './salesforce-client.ts';
import type { SalesforceAccess, SalesforceSettings } from './salesforce-settings.ts';

/** Attempts of a read; waits between them are half a second and more, with jitter. */
const attempts = 3;
const firstWait = 500;
const unreachableWait = 60_000;

export interface Asking {
  client: SalesforceClient;
  settings: SalesforceSettings;
  access: SalesforceAccess;
}

/** Something else that goes along with reads which leave room for it, and never fails them. */
export interface Beside {
  requests: readonly SalesforceRequest[];
  read(parts: readonly PartAnswer[]): void;
}

/**
 * Reads, five in one request, repeated where an attempt met nobody. Throws SyncFailure where one part failed for good.
 *
 * @param mayMiss - what asks for something that this org or user may not have: answered with its status then
 * @param beside - what may go along, for requests with so many queries in them
 */
export async function askParts(
  asking: Asking,
  paths: readonly string[],
  { mayMiss = false, beside }: { mayMiss?: boolean; beside?: (queries: number) => Beside | null } = {},
): Promise<{ parts: PartAnswer[]; serverTime: number | null }> {
  const parts: PartAnswer[] = [];
  let serverTime: number | null = null;
  for (let start = 0; start < paths.length; start += mostParts) {
    const requests = paths.slice(start, start + mostParts).map((path): SalesforceRequest => ({ method: 'GET', path }));
    const more = beside?.(requests.length) ?? null;
    const answer = await askAgain(asking, () => sendComposite(asking.client, [...requests, ...(more?.requests ?? [])]));
    more?.read(answer.parts.slice(requests.length));
    for (const part of answer.parts.slice(0, requests.length)) parts.push(mayMiss && part.status === 404 ? part : sound(asking, part));
    serverTime ??= answer.serverTime;
  }
  return { parts, serverTime };
}

/** Runs a read up to three times while nobody answers it; then, and on a refusal, throws SyncFailure. */
export async function askAgain<T>({ settings, access }: Asking, read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      const failure = failureOf(error, settings);
      if (failure === null) throw error;
      const again =
        failure.code === 'answer-lost' || (failure.kind === 'retry-at' && failure.scope === 'mailbox' && failure.code !== 'share-spent');
      if (!again || attempt >= attempts) throw new SyncFailure(postponed(failure, settings));
      await settings.clock.sleep(firstWait * 2 ** (attempt - 1) * (0.5 + settings.random() / 2), access.stop);
    }
  }
}

/** The engine's word for what a request threw; null where it is not the provider's doing. */
export function failureOf(error: unknown, { clock, random }: SalesforceSettings): SyncError | null {
  if (error instanceof AnswerLost) return error.toSyncError(clock.now());
  if (error instanceof RequestRefused) return classifyError(error.error, { now: clock.now(), random: random() });
  return error instanceof SyncFailure ? error.error : null;
}

function postponed(error: SyncError, { clock, random }: SalesforceSettings): SyncError {
  if (error.kind !== 'retry-at' || error.code !== 'answer-lost') return error;
  return { ...error, scope: 'mailbox', at: new Date(clock.now() + Math.round(unreachableWait * (0.5 + random()))).toISOString() };
}

function sound({ settings }: Asking, part: PartAnswer): PartAnswer {
  if (part.status < 300) return part;
  throw new SyncFailure(classifyError(firstError(part.status, part.body), { now: settings.clock.now(), random: settings.random() }));
}
