/** Where the items are made and edited: `up` in Outlook, `down` in Salesforce. */
export type Direction = 'up' | 'down';

export const phases = ['first', 'echoes', 'nothing', 'changed'] as const;
export type Phase = (typeof phases)[number];

/** What one run cost, as the sandbox counted it. */
export interface RunMeasure {
  milliseconds: number;
  /** Requests that arrived. */
  http: { outlook: number; salesforce: number };
  /** Operations inside them by name ("graph.contacts.create"). */
  operations: Record<string, number>;
  written: number;
  /** Processor time in milliseconds: of the service, its database server and the emulators. */
  processor: { service: number; database: number; sandbox: number };
}

/** What the same items cost without an engine, in milliseconds. */
export interface BareMeasure {
  direction: Direction;
  n: number;
  milliseconds: number;
}

export interface WorldMeasure {
  direction: Direction;
  n: number;
  runs: Record<Phase, RunMeasure>;
  /** MiB at their highest. */
  memory: { service: number; database: number };
}
