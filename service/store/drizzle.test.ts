import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the store loads one copy of drizzle-orm, the CommonJS build, also for those who import it as ES modules', () => {
  const script = `
    const { drizzle } = await import(${JSON.stringify(new URL('drizzle.ts', import.meta.url).href)});
    const own = await import('drizzle-orm/node-postgres');
    console.log(own.drizzle === drizzle);
    console.log(process.memoryUsage().heapUsed < 60 * 2 ** 20);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  expect(stdout + stderr).toBe('true\ntrue\n');
});

test('nothing of the store imports values of drizzle-orm past it', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const seen = new Set();
    registerHooks({ load: (url, context, next) => { if (url.includes('/drizzle-orm/')) seen.add(url.slice(-3)); return next(url, context); } });
    await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)});
    console.log([...seen].join());`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: import.meta.dirname });
  expect(stdout.trim()).toBe('cjs');
});
