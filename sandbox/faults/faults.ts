/**
 * The fault desk: every emulated operation registers its name here, is counted here and asks here whether it shall misbehave.
 * Kinds follow the list of an engine's usual enemies: refusals, throttling in all spellings of Retry-After, lost answers, bad bodies.
 */
export const faultKinds = [
  '401',
  '403',
  '404',
  '409',
  '410',
  '412',
  '429',
  '429-decimal',
  '429-date',
  '429-600',
  '500',
  '503',
  '503-retry-after',
  '504',
  'timeout',
  'cut-body',
  'html',
  'lost-answer',
  'duplicate-delivery',
  'reordered-page',
  'repeated-page',
  'empty-list',
  'half-list',
  'stale-read',
  'clock-jump',
  'row-lock',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** `nth` counts the calls of that operation from the moment the fault is set, from 1; `times` makes it last (default 1). */
export interface Fault {
  at: string;
  nth: number;
  do: FaultKind;
  times?: number;
  /** seconds for stale-read and clock-jump; Retry-After seconds where a 429 or 503 carries one */
  seconds?: number;
  /** how many rows of the request a row-lock hits, from the first (default 1) */
  rows?: number;
  /** only for requests of this mailbox or Salesforce user (address or id), where the operation has one */
  user?: string;
}

/** Real milliseconds that each answer of a service waits before it leaves. */
export interface Delays {
  graph: number;
  salesforce: number;
}

export class Faults {
  delays: Delays = { graph: 0, salesforce: 0 };
  readonly #operations = new Set<string>();
  readonly #counters = new Map<string, number>();
  #script: { fault: Fault; seen: number }[] = [];
  readonly #waiting = new Set<() => void>();

  register(operation: string): void {
    this.#operations.add(operation);
  }
  get operations(): string[] {
    return [...this.#operations].sort();
  }
  knows(operation: string): boolean {
    return this.#operations.has(operation);
  }
  /** In place of the old script. Requests that were kept waiting by it are let go: their connections are cut. */
  set(script: Fault[]): void {
    this.#script = script.map((fault) => ({ fault, seen: 0 }));
    for (const letGo of [...this.#waiting]) letGo();
  }
  /** Waits until another script is set: what a `timeout` does. */
  keepWaiting(): Promise<void> {
    return new Promise((resolve) => {
      const letGo = () => {
        this.#waiting.delete(letGo);
        resolve();
      };
      this.#waiting.add(letGo);
    });
  }
  add(script: Fault[]): void {
    this.#script.push(...script.map((fault) => ({ fault, seen: 0 })));
  }
  get script(): Fault[] {
    return this.#script.map((entry) => entry.fault);
  }
  /** Adds to a counter; operations count themselves, other figures (mails, HTTP requests) by their own name. */
  count(name: string, by = 1): void {
    this.#counters.set(name, (this.#counters.get(name) ?? 0) + by);
  }
  get counters(): Record<string, number> {
    return Object.fromEntries([...this.#counters].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  resetCounters(): void {
    this.#counters.clear();
  }
  /** Counts one call of the operation and returns the fault it shall show, if one is due. */
  take(operation: string, user?: string): Fault | undefined {
    this.count(operation);
    let due: Fault | undefined;
    for (const entry of this.#script) {
      if (entry.fault.at !== operation || (entry.fault.user !== undefined && entry.fault.user !== user)) continue;
      entry.seen += 1;
      const last = entry.fault.nth + (entry.fault.times ?? 1) - 1;
      if (!due && entry.seen >= entry.fault.nth && entry.seen <= last) due = entry.fault;
    }
    return due;
  }
}
