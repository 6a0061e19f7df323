import { expect, it } from 'vitest';
import { listen } from './listen.ts';

const answer = () => new Response('here');
const door = { port: 0, name: 'the service' };

it.each(['0.0.0.0', '::', '192.0.2.7', 'sync.example.com'])('refuses plain HTTP on %s, and says what to do instead', (host) => {
  expect(() => listen(answer, { ...door, host })).toThrow(
    `Plain HTTP is refused on ${host}: tokens travel on it. Give LOCKSTEP_TLS_CERT and LOCKSTEP_TLS_KEY, or listen on 127.0.0.1 behind a reverse proxy and name it in LOCKSTEP_PUBLIC_URL.`,
  );
});

it('takes plain HTTP on loopback, and names the port that another has', async () => {
  const open = await listen(answer, { ...door, host: '127.0.0.1' });
  expect(await (await fetch(open.url)).text()).toBe('here');
  await expect(listen(answer, { ...door, host: '127.0.0.1', port: open.port })).rejects.toThrow(
    `Port ${open.port} on 127.0.0.1, for the service, is taken by another program. Stop it, or choose other ports: --port N.`,
  );
  await open.close();
});
