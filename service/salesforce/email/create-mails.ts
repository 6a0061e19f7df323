import type { SyncError } from '../../../core/model/index.ts';
import type { Write } from '../../../core/sync/index.ts';
import { AnswerLost } from '../answer-lost.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { lookAtFields } from '../ask-shown.ts';
import { classifyError } from '../classify-answer.ts';
import { readRowAnswers } from '../read-row-answers.ts';
import type { SalesforceRequest } from '../salesforce-client.ts';
import { keyField } from '../salesforce-object.ts';
import { fieldCodes, writableBody } from '../writable-fields.ts';

export type MailOutcome = { write: Write; id: string } | { write: Write; error: SyncError };

/** One request takes 200 records; texts are long, so it is held to about 4 MB besides. */
const mostRows = 200;
const mostCharacters = 4_000_000;

/**
 * Creates, once each: a record that is no draft cannot be changed, so no upsert. Our key is unique, so that a second create of the same mail
 * is refused (DUPLICATE_VALUE) and comes back as a conflict. As Tasks they are upserted by the key, which does them no harm.
 */
export async function createMails(asking: Asking, writes: readonly Write[], asTask: boolean): Promise<CreatedMails> {
  const outcomes: MailOutcome[] = [];
  let stop: SyncError | null = null;
  for (const rows of portions(writes)) {
    if (stop) outcomes.push(...failAll(rows, stop));
    else {
      const sent = await sendAllowed(asking, rows, asTask);
      outcomes.push(...sent.outcomes);
      stop = sent.stop;
    }
  }
  return { outcomes, stop };
}

export interface CreatedMails {
  outcomes: MailOutcome[];
  /** Nothing more is to be sent now. */
  stop: SyncError | null;
}

/** A field that this user may not write is found out by the first refusal; the rest of the mail is sent again without it. */
async function sendAllowed(asking: Asking, rows: readonly Write[], asTask: boolean): Promise<CreatedMails> {
  return sendBarred(asking, await send(asking, rows, asTask), asTask);
}

/** The same, with those sent again that were refused for such a field. */
export async function sendBarred(asking: Asking, first: CreatedMails, asTask: boolean): Promise<CreatedMails> {
  const barred = first.outcomes.filter((outcome) => 'error' in outcome && fieldCodes.includes(outcome.error.code));
  if (barred.length === 0 || !(await looked(asking, sobjectFor(asTask)))) return first;
  const again = await send(
    asking,
    barred.map(({ write }) => write),
    asTask,
  );
  return { outcomes: [...first.outcomes.filter((outcome) => !barred.includes(outcome)), ...again.outcomes], stop: again.stop };
}

async function looked(asking: Asking, sobject: string): Promise<boolean> {
  try {
    await lookAtFields(asking, [{ object: sobject === 'Task' ? 'task' : 'email', sobject }]);
    return true;
  } catch (error) {
    // The refusal of the mails themselves says what is wrong; what failed here would not say more.
    if (failureOf(error, asking.settings) === null) throw error;
    return false;
  }
}

export const sobjectFor = (asTask: boolean): string => (asTask ? 'Task' : 'EmailMessage');

async function send(asking: Asking, rows: readonly Write[], asTask: boolean): Promise<CreatedMails> {
  try {
    const { body } = await asking.client.send(mailCollection(asking, rows, asTask));
    return readCreated(asking, rows, body);
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return allRefused(rows, failure);
  }
}

export function readCreated({ settings }: Asking, rows: readonly Write[], body: unknown): CreatedMails {
  const answers = readRowAnswers(body, rows.length);
  if (!answers) return allRefused(rows, new AnswerLost('the answers of the rows could not be read').toSyncError(settings.clock.now()));
  const outcomes = rows.map((write, index): MailOutcome => {
    const answer = answers[index];
    if (answer && 'id' in answer) return { write, id: answer.id };
    if (!answer) return { write, error: new AnswerLost('a row was not answered').toSyncError(settings.clock.now()) };
    return { write, error: classifyError(answer.error, { now: settings.clock.now(), random: settings.random() }) };
  });
  return { outcomes, stop: null };
}

export function allRefused(rows: readonly Write[], failure: SyncError): CreatedMails {
  const ends =
    failure.kind === 'sign-in' ||
    (failure.kind === 'retry-at' && failure.code !== 'UNABLE_TO_LOCK_ROW') ||
    (failure.kind === 'refused' && failure.scope === 'mailbox');
  return { outcomes: failAll(rows, failure), stop: ends ? failure : null };
}

const failAll = (rows: readonly Write[], error: SyncError): MailOutcome[] => rows.map((write) => ({ write, error }));

/** The records of mails as one collection, which stands by itself or as a part of a request. */
export function mailCollection(asking: Asking, rows: readonly Write[], asTask: boolean): SalesforceRequest {
  const type = sobjectFor(asTask);
  const records = rows.map(({ body, mail, key }) => {
    const allowed = writableBody(asking, (asTask ? mail?.task : body) ?? {}, type, 'create').body;
    return { attributes: { type }, ...allowed, [keyField]: key };
  });
  const list = { allOrNone: false, records };
  return asTask
    ? { method: 'PATCH', path: `/composite/sobjects/Task/${keyField}`, body: list }
    : { method: 'POST', path: '/composite/sobjects', body: list };
}

export function portions(writes: readonly Write[]): Write[][] {
  const groups: Write[][] = [];
  let group: Write[] = [];
  let length = 0;
  for (const write of writes) {
    const own = Object.values(write.body ?? {}).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 500);
    if (group.length > 0 && (group.length >= mostRows || length + own > mostCharacters)) {
      groups.push(group);
      group = [];
      length = 0;
    }
    group.push(write);
    length += own;
  }
  return group.length > 0 ? [...groups, group] : groups;
}
