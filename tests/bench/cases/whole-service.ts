import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachServer } from '../../../service/store/index.ts';
import { each, leastOf, leastRequests, outlookListings, salesforceListings } from '../least-requests.ts';
import { memoryOfServer, peakOfProcess } from '../memory.ts';
import { alice } from '../open-world.ts';
import { type SandboxProcess, startSandbox } from '../sandbox-process.ts';
import { type ServiceProcess, startService } from '../service-process.ts';
import type { BenchCase, CaseRow } from './bench-case.ts';

const reads = ['/api/users', '/api/health', '/api/openapi.json'];
const rounds = 10;

export const wholeService: BenchCase = {
  title: 'The whole service as it is started, with API, console, workers and jobs: its memory',
  note: `Two mailboxes, one of them with N contacts and N events; times and requests hold everything from the start on, sign-in and checks too, which the least does not. ${rounds} times ${reads.length} requests to the API between the runs.`,
  sizes: { quick: [40], whole: [2000] },
  async measure(n) {
    const data = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
    const undo: (() => unknown)[] = [() => rmSync(data, { recursive: true, force: true, maxRetries: 3 })];
    try {
      const sandbox = await startSandbox(data);
      undo.push(sandbox.stop);
      await sandbox.ask(`/users/${alice}/seed`, { contacts: n, events: n, side: 'outlook' });
      const service = await startService(data);
      const database = attachServer(data);
      undo.push(async () => {
        await service.stop();
        rmSync(database.folder, { recursive: true, force: true, maxRetries: 3 });
      });
      return await rowsOf(n, sandbox, service, database.pid);
    } finally {
      for (const step of undo.reverse()) await step();
    }
  },
};

async function rowsOf(n: number, sandbox: SandboxProcess, service: ServiceProcess, postmaster: number): Promise<CaseRow[]> {
  const items = `${n} + ${n}`;
  const memory = () => ({ service: peakOfProcess(service.pid), database: memoryOfServer(postmaster) });
  const first = leastRequests('up', n, 'first');
  const start = { milliseconds: service.milliseconds, http: await requests(sandbox) };
  const rows: CaseRow[] = [{ items, run: 'start and first sync', measure: start, least: first, memory: memory() }];
  for (let round = 0; round < rounds; round += 1) for (const path of reads) await service.ask(path);
  await sandbox.ask('/counters/reset', {});
  const began = performance.now();
  await sandbox.ask('/clock/advance', { by: 'PT31M' });
  const milliseconds = performance.now() - began;
  const least = leastOf([each(2, outlookListings(0))], [each(2, salesforceListings(n))]);
  rows.push({ items, run: 'half an hour later', measure: { milliseconds, http: await requests(sandbox) }, least, memory: memory() });
  return rows;
}

async function requests(sandbox: SandboxProcess): Promise<{ outlook: number; salesforce: number }> {
  const counters = await sandbox.ask<Record<string, number>>('/counters');
  return { outlook: counters['graph.http'] ?? 0, salesforce: counters['salesforce.http'] ?? 0 };
}
