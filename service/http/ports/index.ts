export type * from './act.ts';
export type * from './caller.ts';
export type * from './directory.ts';
export type * from './engine-desk.ts';
export type * from './idempotency.ts';
export type * from './ledger.ts';
export type * from './live-desk.ts';
export type * from './surroundings.ts';
