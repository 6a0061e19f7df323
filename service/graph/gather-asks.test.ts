import { expect, it } from 'vitest';
import { gatherAsks } from './gather-asks.ts';
import type { GraphRequest } from './graph-request.ts';

const get = (path: string): GraphRequest => ({ method: 'GET', path, repeatable: true });
const paths = (requests: readonly GraphRequest[]) => requests.map(({ path }) => path);

it('sends what several ask in a turn as one, round after round, and answers each its own', async () => {
  const rounds: string[][] = [];
  const ask = gatherAsks(async (requests) => {
    rounds.push(paths(requests));
    return requests.map(({ path }, place) => ({ place, answer: { status: 200, retryAfter: null, body: path } }));
  });
  const party = async (name: string) => {
    const first = await ask([get(`${name}1`), get(`${name}2`)]);
    const second = await ask([get(`${name}3`)]);
    return [...first, ...second].map((outcome) => ('answer' in outcome ? outcome.answer.body : null));
  };
  expect(await Promise.all([party('a'), party('b')])).toEqual([
    ['a1', 'a2', 'a3'],
    ['b1', 'b2', 'b3'],
  ]);
  expect(rounds).toEqual([
    ['a1', 'a2', 'b1', 'b2'],
    ['a3', 'b3'],
  ]);
});

it('fails everybody where the round itself failed', async () => {
  const ask = gatherAsks(() => Promise.reject(new Error('no connection')));
  expect((await Promise.allSettled([ask([get('a')]), ask([get('b')])])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
