/** What a change would have made of the last 30 days, before it is saved. */
export { RehearsalOutcome } from './rehearsal-outcome.tsx';
export { type RehearsalState, useRehearsal } from './use-rehearsal.ts';
