import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LoadedExtension, openExtension, signIn } from '../surfaces/browser/open-extension.ts';
import { type FakeService, startFakeService } from '../surfaces/fake-service/start-fake-service.ts';

let service: FakeService;
let extension: LoadedExtension;
beforeAll(async () => {
  service = await startFakeService();
  extension = await openExtension(service.built.extension, service.url);
});
afterAll(async () => {
  await extension?.close();
  await service?.close();
});

/** As the browser does after 30 s without an event; a worker that sleeps already is left to. */
async function putToSleep(context: LoadedExtension['context']): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://serviceworker-internals');
  const stop = page.getByRole('button', { name: 'Stop' });
  if (await stop.first().isVisible()) await stop.first().click();
  await page.getByText('STOPPED').first().waitFor();
  await page.close();
}

it('a worker that the browser puts to sleep in the middle of a call takes nothing with it', async () => {
  const { context } = extension;
  const panel = await extension.open('sidepanel', 320, 640);
  await signIn(panel, 'dana.ruiz@acme.example');
  const button = panel.locator('.sync .button');
  await button.getByText('Sync now').waitFor();
  await button.click();
  await putToSleep(context);
  await panel.getByText('Syncing…').waitFor();
  const [user, session] = [service.world.users[0]!, service.world.sessions[0]!];
  service.emit('session.progress', user.id, { sessionId: session.id, done: 7, total: 9 });
  await panel.getByText('Syncing · 7 of 9').waitFor();
  const popup = await extension.open('popup', 400, 600);
  await popup.locator('main').waitFor();
  expect(extension.errors).toEqual([]);
});
