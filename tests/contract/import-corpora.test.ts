import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createDesk } from '../../sandbox/world/desk.ts';
import { importWorld } from '../../sandbox/world/import/index.ts';
import { createEmulators } from '../../sandbox/world/start/create-emulators.ts';

const corpora = resolve(process.env.LOCKSTEP_REFERENCE_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'corpora');

it.skipIf(!existsSync(corpora))('imports the sample exports: every item is in the world, or named with the reason why not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpora-'));
  const desk = createDesk(folder);
  const emulators = createEmulators(desk);
  const report = await importWorld(desk, emulators, corpora);
  desk.world.close();
  rmSync(folder, { recursive: true, force: true });
  expect(report.files).toEqual({ ics: 129, json: 12, vcf: 5, eml: 13, plans: 3 });
  expect(report.imported).toMatchObject({ Contact: 999, Account: 10, Opportunity: 20, contacts: 5, messages: 13 });
  expect(report.imported.events).toBeGreaterThan(1600);
  expect(report.imported.series).toBeGreaterThan(2000);
  for (const one of [...report.refused, ...report.partly]) {
    expect(one.reason).not.toMatch(/undefined|TypeError|Cannot read|Invalid time value|is not a function/);
    expect([one.file, one.reason.length > 10]).toEqual([expect.any(String), true]);
  }
  const inWorld = emulators.graph.mailbox('import@fernwood.example');
  expect(inWorld?.contacts()).toHaveLength(5);
  expect(inWorld?.events()).toHaveLength((report.imported.events ?? 0) + (report.imported.series ?? 0));
});
