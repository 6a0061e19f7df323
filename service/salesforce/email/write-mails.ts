import type { SyncError } from '../../../core/model/index.ts';
import type { LeftPart, Write, WriteAnswer } from '../../../core/sync/index.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { readBack } from '../read-back.ts';
import { attachFiles } from './attach-files.ts';
import { createMails, type MailOutcome } from './create-mails.ts';
import { findSent } from './find-sent.ts';
import { relateSenders } from './relate-senders.ts';
import { takesMails } from './takes-mails.ts';

interface Saved {
  write: Write;
  id: string;
  again: boolean;
  left: LeftPart[];
}

/**
 * Mails, each created once with all that goes along: the record, the sender's relation, the files. An attempt that ended in between is found
 * by our key and goes on where it ended. A record that a colleague's lane made meanwhile is left as it is.
 */
export async function* writeMails(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  const started = await guarded(asking, () => begin(asking, writes));
  if ('error' in started) {
    yield writes.map(({ intentId }) => ({ intentId, done: false, error: started.error }));
    return;
  }
  const { asTask, outcomes, foreign } = started.value;
  const failed = outcomes.flatMap((outcome): WriteAnswer[] => ('error' in outcome ? [refused(outcome.write, outcome.error)] : []));
  if (failed.length > 0) yield failed;
  const saved = outcomes.flatMap((outcome): Saved[] => ('id' in outcome ? [{ ...outcome, again: outcome.again ?? false, left: [] }] : []));
  const senders = asTask ? { value: new Map<string, LeftPart>() } : await guarded(asking, () => relateSenders(asking, saved));
  if ('error' in senders) {
    yield saved.map(({ write }) => refused(write, again(senders.error, asking)));
    return;
  }
  for (const one of saved) one.left.push(...[senders.value.get(one.id) ?? []].flat());
  yield* complete(asking, saved);
  if (foreign.length > 0) yield await readBack(asking, foreign);
}

/** What was not answered before is looked for; the rest is created. */
async function begin(asking: Asking, writes: readonly Write[]) {
  const asTask = !(await takesMails(asking));
  const doubtful = writes.filter((write) => write.maybeSent);
  const sent = await findSent(asking, doubtful, asTask ? 'Task' : 'EmailMessage');
  const found = doubtful.flatMap((write) => {
    const one = sent.get(write.key ?? '');
    return one ? [{ write, id: one.id, own: one.own }] : [];
  });
  const known = new Set(found.map(({ write }) => write.intentId));
  const { outcomes } = await createMails(
    asking,
    writes.filter((write) => !known.has(write.intentId)),
    asTask,
  );
  const own = found.filter((one) => one.own).map(({ write, id }) => ({ write, id, again: true }));
  return { asTask, outcomes: [...own, ...outcomes] as (MailOutcome & { again?: boolean })[], foreign: found.filter((one) => !one.own) };
}

/** Files one mail after the other; what is complete is read back together. */
async function* complete(asking: Asking, saved: readonly Saved[]): AsyncGenerator<WriteAnswer[]> {
  const done: Saved[] = [];
  let stop: SyncError | null = null;
  for (const one of saved) {
    if (stop) {
      yield [refused(one.write, stop)];
      continue;
    }
    const { mail } = one.write;
    const attached = mail ? await guarded(asking, () => attachFiles(asking, one.id, mail, one.again)) : { value: [] };
    if ('error' in attached) {
      stop = again(attached.error, asking);
      yield [refused(one.write, stop)];
    } else {
      one.left.push(...attached.value);
      done.push(one);
    }
  }
  if (done.length === 0) return;
  const left = new Map(done.map((one) => [one.write.intentId, one.left]));
  yield (await readBack(asking, done)).map((answer) => {
    const parts = left.get(answer.intentId) ?? [];
    return answer.done && parts.length > 0 ? { ...answer, left: parts } : answer;
  });
}

/** The record stands, so whatever ended it comes again and finds it. */
function again(error: SyncError, { settings }: Asking): SyncError {
  if (error.kind === 'retry-at' || error.kind === 'sign-in') return error;
  const at = new Date(settings.clock.now()).toISOString();
  return { kind: 'retry-at', at, scope: 'item', code: error.code, message: error.message };
}

const refused = ({ intentId }: Write, error: SyncError): WriteAnswer => ({ intentId, done: false, error });

async function guarded<T>(asking: Asking, run: () => Promise<T>): Promise<{ value: T } | { error: SyncError }> {
  try {
    return { value: await run() };
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return { error: failure };
  }
}
