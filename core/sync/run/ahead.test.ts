import { expect, it } from 'vitest';
import { ahead } from './ahead.ts';

const told: string[] = [];
async function* source(fails: number): AsyncGenerator<number> {
  try {
    for (let step = 1; step <= 3; step += 1) {
      told.push(`ask ${step}`);
      if (step === fails) throw new Error(`step ${step}`);
      yield step;
    }
  } finally {
    told.push('over');
  }
}

async function take(fails: number, deal: (step: number) => void): Promise<string[]> {
  told.length = 0;
  try {
    for await (const step of ahead(source(fails))) {
      await Promise.resolve();
      told.push(`deal ${step}`);
      deal(step);
    }
  } catch (error) {
    told.push(String(error));
  }
  return told;
}

it('asks for the next before the present one is dealt with', async () => {
  expect(await take(0, () => {})).toEqual(['ask 1', 'ask 2', 'deal 1', 'ask 3', 'deal 2', 'over', 'deal 3']);
});

it('deals with what came before a failure, and tells the failure once', async () => {
  expect(await take(2, () => {})).toEqual(['ask 1', 'ask 2', 'over', 'deal 1', 'Error: step 2']);
});

it('ends the source when the dealer fails, after what was under way', async () => {
  const fail = () => {
    throw new Error('dealer');
  };
  expect(await take(0, fail)).toEqual(['ask 1', 'ask 2', 'deal 1', 'over', 'Error: dealer']);
});
