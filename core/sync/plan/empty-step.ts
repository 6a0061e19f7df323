import type { PlanStep } from '../ports/lane-store.ts';

/** A step that decides nothing, for whoever adds one thing to it. */
export const emptyStep: PlanStep = { links: [], intents: [], decisions: [], issues: [], resolves: [], planned: [], forget: [] };
