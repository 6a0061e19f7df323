import type { Observation } from '../../model/index.ts';
import { emptyStep } from '../plan/empty-step.ts';
import type { PlanStep } from '../ports/lane-store.ts';

/** What a person asked for by hand and what was gone when the sync came to it. */
export function goneStep(gone: readonly Pick<Observation, 'object' | 'remoteId'>[]): PlanStep {
  const decisions = gone.map(({ object, remoteId }) => ({
    ...{ side: 'outlook' as const, object, remoteId, room: 'read' as const },
    ...{ reason: 'gone' as const, action: 'skip' as const, inputs: { saved: true } },
  }));
  return { ...emptyStep, decisions };
}
