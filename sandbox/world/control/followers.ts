import type { Desk } from '../desk.ts';

export interface ClockAnswer {
  /** ISO 8601 */
  now: string;
  /** milliseconds that the world is ahead of real time */
  offset: number;
  /** every follower said that all that fell due has finished */
  settled: boolean;
  /** what still runs, in the followers' own words; the address of one that did not answer in time */
  running: string[];
}

/** Those who move with the world's clock: a POST {now, offset} reaches them after each step, and
 * {now, offset, reset: true} after the world was filled anew. They answer when their due work is done. */
export class Followers {
  readonly #desk: Desk;
  /** also in memory: a reset empties the world, not the services that watch it */
  readonly #urls: Set<string>;
  readonly #table;
  /** how long a step waits for them, in real milliseconds */
  readonly #patience: number;

  constructor(desk: Desk, patience = 60_000) {
    this.#desk = desk;
    this.#table = desk.world.table<true>('world.followers');
    this.#urls = new Set([...this.#table.entries()].map(([url]) => url));
    this.#patience = patience;
    desk.world.onReset(() => {
      for (const url of this.#urls) this.#table.set(url, true);
    });
  }

  add(url: string): void {
    this.#urls.add(url);
    this.#table.set(url, true);
  }
  get urls(): string[] {
    return [...this.#urls];
  }
  now(): { now: string; offset: number } {
    return { now: this.#desk.clock.iso(), offset: this.#desk.clock.offset };
  }

  async tell(more: { reset?: true } = {}): Promise<ClockAnswer> {
    const stand = this.now();
    const answers = await Promise.all(this.urls.map((url) => this.#ask(url, { ...stand, ...more })));
    const running = answers.flat();
    return { ...stand, settled: running.length === 0, running };
  }

  /** What still runs there. A follower that is gone is forgotten; it registers anew when it starts. */
  async #ask(url: string, stand: { now: string; offset: number }): Promise<string[]> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(stand),
        signal: AbortSignal.timeout(this.#patience),
      });
      if (!answer.ok) return [`${url} answered ${answer.status}`];
      const body = (await answer.json().catch(() => ({}))) as { running?: unknown };
      return Array.isArray(body.running) ? body.running.map(String) : [];
    } catch (failure) {
      if ((failure as Error).name === 'TimeoutError') return [url];
      this.#urls.delete(url);
      this.#table.delete(url);
      return [];
    }
  }
}
