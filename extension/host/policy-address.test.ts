import { expect, test } from 'vitest';
import { policyAddress } from './policy-address.ts';

const open = async (remembered: string | null | undefined, answer: Promise<string | undefined>) => {
  const written: (string | null)[] = [];
  const current = await policyAddress(() => answer, {
    get: () => Promise.resolve(remembered),
    set: async (url) => void written.push(url),
  });
  return { current, written };
};

test('waits for the browser where it was never asked, and remembers that there is no policy', async () => {
  const { current, written } = await open(undefined, Promise.resolve(undefined));
  expect(current()).toBeUndefined();
  expect(written).toEqual([null]);
});

test('shows the last answer at once while the browser is still reading its policies', async () => {
  const { current, written } = await open('https://sync.acme.example', new Promise(() => undefined));
  expect(current()).toBe('https://sync.acme.example');
  expect(written).toEqual([]);
});

test('takes up a policy that was changed or lifted meanwhile, and tells the other pages by what it writes', async () => {
  for (const answer of ['https://other.acme.example', undefined]) {
    let say: (url: string | undefined) => void = () => undefined;
    const { current, written } = await open(
      'https://sync.acme.example',
      new Promise((resolve) => {
        say = resolve;
      }),
    );
    say(answer);
    await new Promise(setImmediate);
    expect(current()).toBe(answer);
    expect(written).toEqual([answer ?? null]);
  }
});

test('writes nothing where the policy is what it was', async () => {
  const { written } = await open('https://sync.acme.example', Promise.resolve('https://sync.acme.example'));
  await new Promise(setImmediate);
  expect(written).toEqual([]);
});
