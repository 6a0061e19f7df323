import type { Guard } from './guard.ts';
import { guardsOfInvariants } from './guards-of-invariants.ts';
import { guardsOfPlanning } from './guards-of-planning.ts';
import { guardsOfReading } from './guards-of-reading.ts';
import { guardsOfWriting } from './guards-of-writing.ts';

/** In the order of the walk; then the invariants of the model. */
export const guards: readonly Guard[] = [...guardsOfReading, ...guardsOfPlanning, ...guardsOfWriting, ...guardsOfInvariants];
