import type { Hono } from 'hono';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { BadInput } from './bad-input.ts';
import type { Followers } from './followers.ts';
import { readDuration } from './read-duration.ts';
import { readJson } from './read-json.ts';

const advance = z.strictObject({ by: z.string() });
const follower = z.strictObject({ url: z.string() });
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export function clockRoutes(app: Hono, desk: Desk, followers: Followers): void {
  app.get('/clock', (context) => context.json({ ...followers.now(), followers: followers.urls }));

  app.post('/clock/advance', async (context) => {
    const { by } = await readJson(context, advance);
    desk.clock.advance(readDuration(by, 'by'));
    return context.json(await followers.tell());
  });

  app.post('/clock/followers', async (context) => {
    const { url } = await readJson(context, follower);
    const target = URL.parse(url);
    if (!target || !/^https?:$/.test(target.protocol) || !loopbackNames.has(target.hostname))
      throw new BadInput(`"${url}" is not an address on this computer`, 'url', 'give a URL on 127.0.0.1 or localhost');
    followers.add(target.href);
    return context.json({ ...followers.now(), followers: followers.urls }, 201);
  });
}
