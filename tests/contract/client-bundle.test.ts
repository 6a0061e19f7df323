import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { type ClientOptions, createClient } from '../../core/contract/client/index.ts';

test('the client that surfaces carry holds no zod and stays under 5 kB', async () => {
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: fileURLToPath(new URL('../../core/contract/client/index.ts', import.meta.url)), formats: ['es'] },
    },
  })) as Rollup.RollupOutput[];
  const output = Array.isArray(result) ? result[0] : result;
  const chunks = output?.output.filter((one) => one.type === 'chunk') ?? [];
  expect(chunks.flatMap((chunk) => Object.keys(chunk.modules)).filter((name) => /zod|core\/model/.test(name))).toEqual([]);
  expect(chunks.reduce((sum, chunk) => sum + chunk.code.length, 0)).toBeLessThan(5000);
});

test("the platform's own fetch fits the client", () => {
  const options: Pick<ClientOptions, 'fetch'> = { fetch: globalThis.fetch };
  expect(typeof createClient).toBe('function');
  expect(options.fetch).toBe(globalThis.fetch);
});
