import type { Reason } from '../../core/model/index.ts';
import { answerIssue } from '../../service/store/ledger/answer-issue.ts';
import type { Scene } from './open-scene.ts';

type Act = Parameters<typeof answerIssue>[5];
type Answer = Parameters<typeof answerIssue>[4];

/** A person answers every open question of this scene, or those of these reasons; returns how many. */
export async function answerIssues(scene: Scene, how: Answer, reasons?: readonly Reason[]): Promise<number> {
  const open = await scene.rows<{ id: string; reason: Reason }>("SELECT id, reason FROM issue WHERE state = 'open' ORDER BY reason, id");
  const asked = open.filter((issue) => reasons?.includes(issue.reason) ?? true);
  const at = new Date(scene.desk.clock.now()).toISOString();
  const act: Act = { actor: null, onBehalfOf: null, source: 'service', activities: [], at };
  for (const { id } of asked) await answerIssue(scene.store, scene.parts.ids, [scene.customerId], id, how, act);
  return asked.length;
}
