import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Budgets, grown } from './grown.ts';

const file = 'tests/budgets/budgets.json';
const root = new URL('../..', import.meta.url);
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const now = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8')) as Budgets;

/** Every committed state of the file, the oldest first; none in a copy without its history. */
function history(): { commit: string; budgets: Budgets }[] {
  try {
    const commits = git('log', '--format=%h', '--reverse', '--', file).split('\n').filter(Boolean);
    return commits.map((commit) => ({ commit, budgets: JSON.parse(git('show', `${commit}:${file}`)) as Budgets }));
  } catch {
    return [];
  }
}

const states = history();

describe('what counts as grown', () => {
  const spent = { outlook: 1, salesforce: 4, operations: { list: 1, query: 3 } };

  it.each<[string, Budgets, string[]]>([
    ['the same', { edit: spent }, []],
    ['less, and a new budget', { edit: { ...spent, salesforce: 3 }, other: spent }, []],
    ['one request more', { edit: { ...spent, salesforce: 5 } }, ['"edit" salesforce: 4 -> 5']],
    ['one operation more', { edit: { ...spent, operations: { list: 1, query: 4 } } }, ['"edit" query: 3 -> 4']],
    ['a further kind of object', { edit: { ...spent, operations: { list: 1, query: 4, 'new list': 1 } } }, []],
    ['more than a further kind brings', { edit: { ...spent, operations: { list: 1, query: 5, 'new list': 1 } } }, ['"edit" query: 3 -> 5']],
    ['work that moved', { edit: { ...spent, operations: { query: 4 } } }, []],
    ['more than moved', { edit: { ...spent, operations: { query: 5 } } }, ['"edit" query: 3 -> 5']],
    ['a budget that is gone', {}, ['"edit" is gone']],
  ])('%s', (_, after, says) => expect(grown({ edit: spent }, after)).toEqual(says));
});

describe.skipIf(states.length === 0)('budgets.json', () => {
  it('has never granted more than it did before', () => {
    const steps = [...states, { commit: 'the working tree', budgets: now }];
    const found = steps.flatMap(({ commit, budgets }, place) => {
      const before = steps[place - 1];
      return before ? grown(before.budgets, budgets).map((figure) => `${commit}: ${figure}`) : [];
    });
    expect(found).toEqual([]);
  });
});
