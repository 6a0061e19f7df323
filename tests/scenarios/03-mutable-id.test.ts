import { afterAll, expect, it } from 'vitest';
import { days, openScene, outlookContact, outlookMeeting, type Scene, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
afterAll(() => scene.close());

interface Seen {
  url: string;
  prefer: string;
}

/** Every request to Graph with its Prefer header, those inside a $batch singly. */
function spy(seen: Seen[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    seen.push({ url: request.url, prefer: request.headers.get('prefer') ?? '' });
    if (request.url.endsWith('/$batch')) {
      const body = (await request.clone().json()) as { requests: { url: string; headers?: Record<string, string> }[] };
      for (const inner of body.requests) seen.push({ url: inner.url, prefer: new Headers(inner.headers).get('prefer') ?? '' });
    }
    return fetch(request);
  };
}

it('asks for immutable ids on every request, also inside batches', async () => {
  const seen: Seen[] = [];
  scene = await openScene({ fetch: { outlook: spy(seen) } });
  const [ann] = scene.people;
  for (let n = 0; n < 1100; n += 1) ann?.mailbox.addContact(outlookContact('Guest', `No${n}`));
  const folder = ann?.mailbox.addContactFolder('Partners');
  ann?.mailbox.addEvent(outlookMeeting('Review', scene.desk.clock.now() + days));
  scene.salesforce.org.insert('Contact', salesforceContact('Kim', 'Lee'), ann?.salesforceId);
  await scene.settle();

  const moved = ann?.mailbox.contacts()[0];
  ann?.mailbox.moveContact(moved?.id ?? '', folder?.id ?? '');
  ann?.mailbox.updateContact(moved?.id ?? '', { jobTitle: 'Moved' });
  const sessions = await scene.settle();
  expect(sessions.reduce((sum, session) => sum + written(session), 0)).toBe(1);
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter((request) => !request.prefer.includes('IdType="ImmutableId"'))).toEqual([]);
});
