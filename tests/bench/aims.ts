import type { Phase } from './measurement.ts';

/** Milliseconds that a run of 2,000 + 2,000 items may take on 2 cores. */
export const aims: Record<Phase, number | null> = { first: 4000, echoes: null, nothing: 100, changed: 300 };

export const memoryAims = { service: 250, database: 300 };

/** A run with nothing to do: HTTP requests of both sides together, and operations inside per due collection. */
export const idleAims = { http: 2, operationsPerCollection: 1 };

/** A first sync beside the bare requests and row writes of the same run. */
export const bareAim = 3;

/**
 * For scale, at N = 2,000 on 2 cores: vdirsyncer 0.19 between two folders of one disk, with no server and no database.
 */
export const vdirsyncer: Record<Phase, number | null> = { first: 5400, echoes: null, nothing: 1100, changed: 1100 };
