import type { SyncError } from '../../../core/model/index.ts';
import type { Write, WriteAnswer } from '../../../core/sync/index.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { readBack } from '../read-back.ts';
import { again, completeMails } from './complete-mails.ts';
import { createMails, type MailOutcome } from './create-mails.ts';
import { createWhole, nothingBegun } from './create-whole.ts';
import { findSent } from './find-sent.ts';
import type { SavedMail } from './saved-mail.ts';
import { takesMails } from './takes-mails.ts';

/**
 * Mails, each created once with all that goes along: the record, the sender's relation, the files. An attempt that ended in between is found
 * by our key and goes on where it ended. A record that a colleague's lane made meanwhile is left as it is.
 */
export async function* writeMails(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  const started = await guarded(asking, () => begin(asking, writes));
  if ('error' in started) {
    yield writes.map((write) => refused(write, started.error));
    return;
  }
  const { asTask, outcomes, foreign, begun } = started.value;
  const failed = outcomes.flatMap((outcome): WriteAnswer[] => ('error' in outcome ? [refused(outcome.write, outcome.error)] : []));
  if (failed.length > 0) yield failed;
  const saved = outcomes.flatMap((outcome): SavedMail[] =>
    'id' in outcome
      ? [begun.mails.get(outcome.write.intentId) ?? { write: outcome.write, id: outcome.id, again: outcome.again ?? false, left: [] }]
      : [],
  );
  const completed = await guarded(asking, () => completeMails(asking, saved, { asTask, begun }));
  yield 'error' in completed ? saved.map(({ write }) => refused(write, again(completed.error, asking))) : completed.value;
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
  const fresh = writes.filter((write) => !known.has(write.intentId));
  const whole = fresh.length > 0 ? await createWhole(asking, fresh, asTask) : null;
  const { outcomes } = whole ?? (await createMails(asking, fresh, asTask));
  const own = found.filter((one) => one.own).map(({ write, id }) => ({ write, id, again: true }));
  return {
    asTask,
    outcomes: [...own, ...outcomes] as (MailOutcome & { again?: boolean })[],
    foreign: found.filter((one) => !one.own),
    begun: whole?.begun ?? nothingBegun,
  };
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
