import type { Side } from '../../core/model/index.ts';
import type { Provider } from '../../core/sync/index.ts';

export type Break = 'fail-before' | 'fail-after' | 'kill-before' | 'kill-after';
export const breaks: readonly Break[] = ['fail-before', 'fail-after', 'kill-before', 'kill-after'];

/** Numbers every call through the ports of a run and breaks one of them; a killed run gets nothing done any more, as a dead process. */
export interface Breakpoint {
  /** The names of the calls, in order. */
  readonly calls: readonly string[];
  /** From the next call on: numbers from 1. `at` 0 breaks nothing. */
  arm(at: number, how: Break): void;
  disarm(): void;
  /** All methods of a port, its async iterations page by page. */
  port<T extends object>(name: string, real: T): T;
  provider(real: Provider): Provider;
  fetch: Readonly<Record<Side, typeof fetch>>;
}

interface Armed {
  at: number;
  how: Break;
  dead: boolean;
  count: number;
}

export function breakpoint(): Breakpoint {
  let armed: Armed | null = null;
  const calls: string[] = [];
  const call = async <R>(life: Armed | null, name: string, real: () => Promise<R>): Promise<R> => {
    if (!life) return real();
    if (life.dead) throw new Error('this process is dead');
    life.count += 1;
    calls.push(name);
    if (life.count !== life.at) return real();
    life.dead = life.how.startsWith('kill');
    if (life.how.endsWith('after')) await real();
    throw new TypeError(`broken on purpose: ${life.how} ${name}`);
  };
  const port = <T extends object>(name: string, real: T): T =>
    new Proxy(real, {
      get(target, key) {
        const own = Reflect.get(target, key) as unknown;
        if (typeof own !== 'function') return own;
        const label = `${name}.${String(key)}`;
        return (...given: unknown[]) => {
          const life = armed;
          if (key === 'read' || key === 'write') return pages(life, label, () => own.apply(target, given) as AsyncIterable<unknown>);
          return call(life, label, async () => own.apply(target, given) as unknown);
        };
      },
    });
  async function* pages(life: Armed | null, label: string, open: () => AsyncIterable<unknown>) {
    const source = open()[Symbol.asyncIterator]();
    for (;;) {
      const step = await call(life, label, () => source.next());
      if (step.done) return;
      yield step.value;
    }
  }
  return {
    calls,
    arm(at, how) {
      calls.length = 0;
      armed = { at, how, dead: false, count: 0 };
    },
    disarm() {
      armed = null;
    },
    port,
    provider: (real) => port(real.side, real),
    fetch: {
      outlook: (input, init) => call(armed, 'graph.http', () => fetch(input, init)),
      salesforce: (input, init) => call(armed, 'salesforce.http', () => fetch(input, init)),
    },
  };
}
