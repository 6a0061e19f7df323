import type { Observation } from '../../model/index.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';
import { goneStep } from './gone-step.ts';

/**
 * A mail that a person asked for by hand is read by its id, wherever in the mailbox it lies, and left to be planned. A look-up that failed is
 * tried again by the next run; what is gone is decided so.
 */
export async function takeSaved(run: LaneRun, asked: readonly Pick<Observation, 'object' | 'remoteId'>[]): Promise<void> {
  const waiting = run.policy.objects.email.up ? asked.filter(({ object }) => object === 'email') : [];
  if (waiting.length === 0) return;
  const answers = (await run.providers.outlook.get(waiting)).filter((answer) => !answer.error);
  const at = isoNow(run);
  const there = answers.flatMap(({ object, item }) => (item && !item.removed ? translate(run, 'outlook', object, item) : []));
  const gone = answers.filter(({ item }) => !item || item.removed);
  await run.store.saveLookups(run.lane, there, at);
  if (gone.length > 0) await run.store.savePlan(run.lane, goneStep(gone), at);
  await run.store.savedTaken(run.lane, answers, at);
}
