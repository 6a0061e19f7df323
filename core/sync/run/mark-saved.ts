import type { Observation } from '../../model/index.ts';
import { goneStep } from '../mail/gone-step.ts';
import { emptyStep } from '../plan/empty-step.ts';
import { decide } from '../plan/plan-context.ts';
import { type ScopeReason, scopeUp } from '../plan/scope.ts';
import type { PlanStep } from '../ports/lane-store.ts';
import type { Write, WriteAnswer } from '../ports/provider.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { refusalReason } from './refusal-reason.ts';
import { translate } from './translate.ts';

type Asked = Pick<Observation, 'object' | 'remoteId'>;
interface Marking {
  item: Observation;
  /** Null: the item travels already, with the mark or without one. */
  write: Write | null;
  /** Why it would not travel, marked or not. */
  barred: ScopeReason | null;
}

/**
 * Save of a meeting or a contact: the item gets the category that makes it travel, so that the person sees in Outlook why it does, and can
 * take it off again. Before Outlook is read: the reading then brings it as it is now. What is marked already is not marked twice, so that a
 * run that ends in between does no harm; a look-up or a write that failed for a while is tried again by the next run.
 */
export async function markSaved(run: LaneRun, asked: readonly Asked[]): Promise<void> {
  const waiting = asked.filter(({ object }) => object !== 'email');
  if (waiting.length === 0) return;
  const looks = (await run.providers.outlook.get(waiting)).filter(({ error }) => !error);
  const gone = looks.filter(({ item }) => !item || item.removed);
  const markings = looks.flatMap(({ object, item }) =>
    item && !item.removed ? marking(run, translate(run, 'outlook', object, item)) : [],
  );
  const writes = markings.flatMap(({ write }) => write ?? []);
  const answers = new Map<string, WriteAnswer>();
  if (writes.length > 0)
    for await (const some of run.providers.outlook.write(writes)) for (const one of some) answers.set(one.intentId, one);
  const settled = markings.flatMap((one) => settle(one, one.write ? answers.get(one.write.intentId) : undefined) ?? []);
  const at = isoNow(run);
  const decisions = [...goneStep(gone).decisions, ...settled.flatMap((one) => one.decisions)];
  const issues = settled.flatMap((one) => one.issues);
  if (decisions.length > 0) await run.store.savePlan(run.lane, { ...emptyStep, decisions, issues }, at);
  await run.store.savedTaken(run.lane, [...gone, ...settled.map(({ item }) => item)], at);
}

function marking(run: LaneRun, item: Observation): Marking {
  const { policy } = run;
  const categories = item.facts.categories ?? [];
  const marked = { ...item, facts: { ...item.facts, categories: [...categories, policy.category] } };
  // What cannot be read is told by the reading itself.
  if (item.problem || scopeUp(item, policy) === null) return { item, write: null, barred: null };
  const barred = scopeUp(marked, policy);
  if (barred) return { item, write: null, barred };
  const { object, remoteId, version } = item;
  const write: Write = {
    ...{ intentId: run.ids.next(), object, operation: 'update', remoteId, key: null, maybeSent: false },
    expectedVersion: version,
    body: { categories: marked.facts.categories },
  };
  return { item, write, barred: null };
}

interface Settled {
  item: Observation;
  decisions: PlanStep['decisions'];
  issues: PlanStep['issues'];
}

/** What became of one; nothing where the next run has to try again. */
function settle({ item, write, barred }: Marking, answer: WriteAnswer | undefined): Settled | null {
  if (barred) return { item, decisions: [{ ...decide(item, barred, 'skip', { saved: true }), room: 'read' }], issues: [] };
  if (write === null || answer?.done) return { item, decisions: [], issues: [] };
  if (!answer || answer.error.kind === 'retry-at' || answer.error.kind === 'sign-in' || answer.error.kind === 'conflict') return null;
  const { error } = answer;
  const reason = error.kind === 'gone' ? 'gone' : refusalReason(error);
  const { object, remoteId } = item;
  const frame = { object, side: 'outlook' as const, remoteId, linkId: null, intentId: null };
  return {
    item,
    decisions: [{ ...decide(item, reason, 'skip', { saved: true, message: error.message }), room: 'write' }],
    issues: reason === 'gone' ? [] : [{ ...frame, reason, detail: { code: error.code, message: error.message } }],
  };
}
