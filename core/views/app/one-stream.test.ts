import { expect, it } from 'vitest';
import type { LiveEvent } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';
import { createOneStream } from './one-stream.ts';

/** A browser's locks and channels: who waits longest is next, and a page does not hear itself. */
const createBrowser = () => {
  const waiting: { begin(): Promise<void>; dropped: boolean }[] = [];
  const ears = new Set<(said: unknown) => void>();
  let held = false;
  const next = async (): Promise<void> => {
    const turn = held ? undefined : waiting.shift();
    if (turn === undefined) return;
    if (turn.dropped) return next();
    held = true;
    await turn.begin();
    held = false;
    await next();
  };
  const host: Pick<Host, 'exclusive' | 'channel'> = {
    exclusive: (_name, act, waitUntil) =>
      new Promise((resolve, reject) => {
        const turn = { begin: async () => resolve(await act()), dropped: false };
        waitUntil?.addEventListener('abort', () => {
          turn.dropped = true;
          reject(new Error('aborted'));
        });
        waiting.push(turn);
        void next();
      }),
    channel: (_name, hear) => {
      ears.add(hear);
      return {
        tell: (said) => {
          if (!ears.has(hear)) throw new Error('closed');
          for (const ear of ears) if (ear !== hear) ear(said);
        },
        close: () => void ears.delete(hear),
      };
    },
  };
  return { host };
};

const event = (id: string): LiveEvent => ({
  id,
  kind: 'user.changed',
  at: '2026-11-26T10:00:00.000Z',
  customerId: 'c',
  organizationId: null,
  userId: null,
  data: {},
});

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** Pages of one browser and the streams that the service holds open for them. */
const openPages = () => {
  const { host } = createBrowser();
  const streams: { send(id: string): void; live(now: boolean): void }[] = [];
  const open = () => {
    const heard: string[] = [];
    const lives: boolean[] = [];
    const stream = createOneStream(host, 'live', {
      hear: ({ id }) => void heard.push(id),
      onLive: (now) => void lives.push(now),
      follow: (stop, hear, onLive) =>
        new Promise((resolve) => {
          const own = { send: (id: string) => hear(event(id)), live: onLive };
          streams.push(own);
          onLive(true);
          stop.addEventListener('abort', () => {
            streams.splice(streams.indexOf(own), 1);
            onLive(false);
            resolve();
          });
        }),
    });
    stream.start();
    return { heard, lives, ...stream };
  };
  return { open, streams };
};

it('seven pages hold one stream, and each hears everything once', async () => {
  const { open, streams } = openPages();
  const pages = Array.from({ length: 7 }, open);
  await settled();
  expect(streams).toHaveLength(1);
  streams[0]?.send('1');
  for (const page of pages) {
    expect(page.heard).toEqual(['1']);
    expect(page.lives.at(-1)).toBe(true);
  }
});

it('when the page that follows rests, the others know, and the next goes on; who waits may leave', async () => {
  const { open, streams } = openPages();
  const [first, second, third] = [open(), open(), open()];
  await settled();
  second.stop();
  first.stop();
  expect(third.lives.at(-1)).toBe(false);
  await settled();
  expect(streams).toHaveLength(1);
  expect(third.lives.at(-1)).toBe(true);
  streams[0]?.send('2');
  expect([first.heard, second.heard, third.heard]).toEqual([[], [], ['2']]);
  first.start();
  await settled();
  expect(streams).toHaveLength(1);
  expect(first.lives.at(-1)).toBe(true);
});

it('a broken stream is broken for all pages', async () => {
  const { open, streams } = openPages();
  const pages = [open(), open()];
  await settled();
  streams[0]?.live(false);
  expect(pages.map(({ lives }) => lives.at(-1))).toEqual([false, false]);
});
