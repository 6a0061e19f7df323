import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { World } from './world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'world-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const journal = () => readFileSync(join(folder, 'world.jsonl'), 'utf8').split('\n').filter(Boolean);

describe('the world journal', () => {
  it('gives every row back after a restart, and drops only a last line cut in two', () => {
    const world = new World(folder);
    world.table<number>('a').set('x', 1);
    world.table<number>('a').set('y', 2);
    world.table<number>('a').delete('x');
    world.close();
    appendFileSync(join(folder, 'world.jsonl'), '["a","z",');
    const again = new World(folder);
    expect([...again.table<number>('a').entries()]).toEqual([['y', 2]]);
    again.close();
  });

  it('writes the lines of a transaction at its end, also when it throws', () => {
    const world = new World(folder);
    world.transaction(() => {
      world.table<number>('a').set('x', 1);
      world.transaction(() => world.table<number>('a').set('y', 2));
      expect(journal()).toEqual([]);
    });
    expect(journal()).toHaveLength(2);
    expect(() =>
      world.transaction(() => {
        world.table<number>('a').set('z', 3);
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(journal()).toHaveLength(3);
    world.close();
  });

  it('tells its listeners when it is emptied', () => {
    const world = new World();
    let told = 0;
    world.onReset(() => {
      told += 1;
    });
    world.table<number>('a').set('x', 1);
    world.reset();
    expect([world.isEmpty, told]).toEqual([true, 1]);
  });
});
