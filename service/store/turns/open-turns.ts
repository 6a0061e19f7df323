import { createHash } from 'node:crypto';
import pg from 'pg';

const channel = 'lockstep_turn';
/** After so long without a request the turn goes back unasked; while it is kept, taking it again costs nothing. In milliseconds. */
const keptIdle = 1_000;
/** How soon a turn that another process has is asked for again; its NOTIFY comes sooner. */
const again = 100;
const reconnect = 500;

interface Turn {
  used: boolean;
  idleSince: number;
  asked(): void;
}

/**
 * Whose turn it is to speak to a mailbox: one process at a time, by an advisory lock per mailbox on one connection of this process. Graph counts
 * requests per mailbox whoever sends them, and runs four of a $batch at once, so that two processes never fit beside each other. A turn is kept
 * until it lay idle or another process asks (NOTIFY): the requests of an ordinary run cost two statements together. A process that dies loses its
 * connection, and so its turns. Where the database is away everybody goes on by himself: the run's next commit fails anyway.
 */
export function openTurns(url: string) {
  const turns = new Map<string, Turn>();
  const waiting = new Map<string, Set<() => void>>();
  let connection: Promise<pg.Client | null> | null = null;
  let sweep: NodeJS.Timeout | undefined;
  let stopped = false;
  let queue: Promise<unknown> = Promise.resolve();

  const heard = (payload: string): void => {
    const [word, key = ''] = payload.split(' ');
    if (word === 'free') for (const wake of waiting.get(key) ?? []) wake();
    const turn = word === 'ask' ? turns.get(key) : undefined;
    if (turn?.used) turn.asked();
    else if (turn) void release([key], true);
  };
  const open = async (): Promise<pg.Client | null> => {
    const client = new pg.Client({ connectionString: url, application_name: 'lockstep turns', keepAlive: true });
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    client.on('error', () => {});
    client.once('end', () => {
      turns.clear();
      connection = null;
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      return client;
    } catch {
      await client.end().catch(() => {});
      setTimeout(() => (connection = null), reconnect).unref();
      return null;
    }
  };
  const run = async <Row extends object>(sql: string): Promise<Row[][] | null> => {
    if (stopped) return null;
    connection ??= open();
    // One after another: the driver takes no second query while one runs.
    const asked = queue.then(async () => (await connection)?.query(sql).catch(() => null));
    queue = asked;
    const answer = await asked;
    return answer ? [answer].flat().map(({ rows }) => rows as Row[]) : null;
  };

  const release = async (keys: readonly string[], tell: boolean): Promise<void> => {
    for (const key of keys) turns.delete(key);
    const unlock = keys.map((key) => `SELECT pg_advisory_unlock(${key})`);
    await run([...unlock, ...(tell ? keys.map((key) => `SELECT pg_notify('${channel}', 'free ${key}')`) : [])].join('; '));
  };
  const sweepIdle = (): void => {
    const idle = [...turns].filter(([, turn]) => !turn.used);
    const old = idle.filter(([, turn]) => performance.now() - turn.idleSince >= keptIdle).map(([key]) => key);
    if (old.length > 0) void release(old, false);
    sweep = idle.length > old.length ? setTimeout(sweepIdle, keptIdle).unref() : undefined;
  };
  const freed = (key: string): Promise<void> =>
    new Promise((resolve) => {
      const wakers = waiting.get(key) ?? new Set();
      waiting.set(key, wakers);
      const wake = (): void => {
        clearTimeout(timer);
        wakers.delete(wake);
        if (wakers.size === 0) waiting.delete(key);
        resolve();
      };
      const timer = setTimeout(wake, again);
      wakers.add(wake);
    });

  return {
    async take(mailbox: string, asked: () => void): Promise<number> {
      const key = keyOf(mailbox);
      const kept = turns.get(key);
      if (kept) {
        Object.assign(kept, { used: true, asked });
        return 0;
      }
      for (;;) {
        // Two statements in one round trip, each with a view of its own: what the last holder noted is seen once the lock is ours.
        const answer = await run<{ got?: boolean; until?: Date }>(
          `SELECT pg_try_advisory_lock(${key}) AS got; SELECT until FROM mailbox_pause WHERE mailbox = ${key}`,
        );
        if (answer === null) return 0;
        const [[lock], [pause]] = answer as [{ got?: boolean }[], { until?: Date }[]];
        if (lock?.got) {
          turns.set(key, { used: true, idleSince: 0, asked });
          return pause?.until?.getTime() ?? 0;
        }
        const free = freed(key);
        await run(`SELECT pg_notify('${channel}', 'ask ${key}')`);
        await free;
      }
    },
    /** `wanted`: another process asked for it, so it is not kept. */
    give(mailbox: string, wanted: boolean): void {
      const key = keyOf(mailbox);
      const turn = turns.get(key);
      if (!turn) return;
      if (wanted) return void release([key], true);
      Object.assign(turn, { used: false, idleSince: performance.now() });
      sweep ??= setTimeout(sweepIdle, keptIdle).unref();
    },
    close(mailbox: string, until: number, now: number): void {
      const [end, present] = [until, now].map((time) => `'${new Date(time).toISOString()}'`);
      void run(
        `DELETE FROM mailbox_pause WHERE until < ${present};
         INSERT INTO mailbox_pause VALUES (${keyOf(mailbox)}, ${end})
         ON CONFLICT (mailbox) DO UPDATE SET until = greatest(mailbox_pause.until, excluded.until)`,
      );
    },
    async stop(): Promise<void> {
      clearTimeout(sweep);
      const client = await connection;
      stopped = true;
      await client?.end().catch(() => {});
    },
  };
}

/** A number of 64 bits as PostgreSQL takes it for a lock; the address itself stands nowhere. */
function keyOf(mailbox: string): string {
  return createHash('sha256').update(mailbox.toLowerCase()).digest().readBigInt64BE(0).toString();
}
