import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from './engine-process.ts';
import type { RunMeasure, WorldMeasure } from './measurement.ts';
import { backendsOf, peakOfProcess, processorTime } from './memory.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';
import { watchServer } from './watch-server.ts';

export const alice = 'alice@fernwood.example';

export interface BenchWorld {
  sandbox: SandboxProcess;
  /** One run of a mailbox (Alice's unless told). @throws where it did not succeed, or wrote another number of items than expected. */
  run(expected: number, mailbox?: string): Promise<RunMeasure>;
  /** Half an hour passes: every lane is due again. */
  later(): Promise<unknown>;
  /** MiB at their highest so far. */
  memory(): WorldMeasure['memory'];
}

export interface WorldWish {
  profile: string | null;
  /** People with a mailbox and a Salesforce user each, besides Alice. */
  others?: readonly string[];
  /** Real milliseconds added to each answer. */
  delays?: { graph: number; salesforce: number };
}

/** Emulators over an empty world and an engine beside them, a process each, for as long as `measure` takes. */
export async function openWorld<T>({ profile, others = [], delays }: WorldWish, measure: (world: BenchWorld) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  const undo: (() => unknown)[] = [() => rmSync(data, { recursive: true, force: true })];
  try {
    const sandbox = await startSandbox(data);
    undo.push(sandbox.stop);
    for (const address of others) await sandbox.ask('/users', { givenName: 'Colleague', surname: address.split('@')[0], address });
    const engine = await startEngine({ data, mailboxes: [alice, ...others], profile });
    undo.push(async () => {
      await engine.stop();
      rmSync(engine.folder, { recursive: true, force: true });
    });
    if (delays) await sandbox.ask('/delays', delays);
    let database = 0;
    const spent = () => ({
      service: processorTime([engine.pid]),
      database: processorTime([engine.postmaster, ...backendsOf(engine.postmaster)]),
      sandbox: processorTime([sandbox.ready.pid]),
    });
    return await measure({
      sandbox,
      later: () => sandbox.ask('/clock/advance', { by: 'PT31M' }),
      memory: () => ({ service: peakOfProcess(engine.pid), database }),
      async run(expected, mailbox = alice) {
        const { offset } = await sandbox.ask<{ offset: number }>('/clock');
        await sandbox.ask('/counters/reset', {});
        const before = spent();
        const { value, peak } = await watchServer(engine.postmaster, () => engine.run(mailbox, offset));
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
      },
    });
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
