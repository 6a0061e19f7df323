import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from './engine-process.ts';
import type { Direction, Phase, RunMeasure, WorldMeasure } from './measurement.ts';
import { childrenOf, peakOfProcess, processorTime } from './memory.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';
import { watchServer } from './watch-server.ts';

const mailbox = 'alice@fernwood.example';
const person = `/users/${mailbox}`;

export interface WorldOptions {
  direction: Direction;
  /** So many contacts and so many events. */
  n: number;
  profile: string | null;
}

/** One fresh world, from the first sync of N + N items to the run that finds 1 % of them edited. */
export async function measureWorld({ direction, n, profile }: WorldOptions): Promise<WorldMeasure> {
  const data = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  const undo: (() => unknown)[] = [() => rmSync(data, { recursive: true, force: true })];
  try {
    const sandbox = await startSandbox(data);
    undo.push(sandbox.stop);
    const engine = await startEngine({ data, mailbox, profile });
    undo.push(async () => {
      await engine.stop();
      rmSync(engine.folder, { recursive: true, force: true });
    });
    let database = 0;
    const spent = () => ({
      service: processorTime([engine.pid]),
      database: processorTime([engine.postmaster, ...childrenOf(engine.postmaster)]),
      sandbox: processorTime([sandbox.ready.pid]),
    });
    const run = async (expected: number): Promise<RunMeasure> => {
      const { offset } = await sandbox.ask<{ offset: number }>('/clock');
      await sandbox.ask('/counters/reset', {});
      const before = spent();
      const { value, peak } = await watchServer(engine.postmaster, () => engine.run(offset));
      const after = spent();
      const processor = {
        service: after.service - before.service,
        database: after.database - before.database,
        sandbox: after.sandbox - before.sandbox,
      };
      database = Math.max(database, peak);
      const written = value.counts.reduce((sum, part) => sum + part.created + part.updated + part.deleted, 0);
      if (value.state !== 'succeeded' || written !== expected)
        throw new Error(`the run ended as ${value.state} with ${written} writes instead of ${expected}: ${value.message ?? ''}`);
      return { milliseconds: value.milliseconds, written, processor, ...(await counted(sandbox)) };
    };
    const later = () => sandbox.ask('/clock/advance', { by: 'PT31M' });
    const side = direction === 'up' ? 'outlook' : 'salesforce';
    await sandbox.ask(`${person}/seed`, { contacts: n, events: n, side });
    const first = await run(2 * n);
    await later();
    const echoes = await run(0);
    await later();
    const nothing = await run(0);
    const edits = await sandbox.ask<{ contacts: number; events: number }>(`${person}/edit-some`, { every: 100, side });
    await later();
    const changed = await run(edits.contacts + edits.events);
    const runs: Record<Phase, RunMeasure> = { first, echoes, nothing, changed };
    return { direction, n, runs, memory: { service: peakOfProcess(engine.pid), database } };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function counted(sandbox: SandboxProcess): Promise<Pick<RunMeasure, 'http' | 'operations'>> {
  const {
    'graph.http': outlook = 0,
    'salesforce.http': salesforce = 0,
    ...operations
  } = await sandbox.ask<Record<string, number>>('/counters');
  const mails = Object.keys(operations).filter((name) => name.startsWith('mails.'));
  if (mails.length > 0) throw new Error(`the run would have mailed people: ${mails.join(', ')}`);
  return { http: { outlook, salesforce }, operations };
}
