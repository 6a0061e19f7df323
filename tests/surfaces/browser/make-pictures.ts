/** `npm run pictures`: the pictures of the README, of the built surfaces over a demo world. Look at them before they are committed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../web/build/surface-config.ts';
import { startFakeService } from '../fake-service/start-fake-service.ts';
import { openExtension, signIn } from './open-extension.ts';
import { address, mail, openOffice } from './open-office.ts';

const height = 760;
const service = await startFakeService();
const extension = await openExtension(service.built.extension, service.url);
const { context } = extension;
const shots: Buffer[] = [];
try {
  // One question and no conflict: what a day looks like.
  const { issues, users } = service.world;
  for (const issue of issues.slice(0, 2)) issue.state = 'answered';
  const mine = users[0];
  if (mine) Object.assign(mine, { openIssues: 1, status: { ...mine.status, state: 'up-to-date', reason: 'up-to-date' } });
  service.asked.push({ method: 'POST', path: '/resolve', body: {}, key: undefined });

  const console = await extension.open('console', 1100, height);
  await signIn(console, 'admin@acme.example');
  await console.locator('.user-row').first().waitFor();
  shots.push(await console.screenshot());
  await console.close();

  const pane = await context.newPage();
  await pane.setViewportSize({ width: 340, height });
  await openOffice(pane, service.url, 'taskpane', { item: mail(address('kim.lee@northwind.example', 'Kim Lee')) });
  await pane.getByText('Save to Salesforce').waitFor();
  await pane.getByText('Refused by a Salesforce rule').waitFor();
  shots.push(await pane.screenshot());
  await pane.close();

  await context.route('https://outlook.office.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Outlook</h1>' }));
  const first = await extension.open('sidepanel', 340, height);
  await first.getByRole('button', { name: 'Menu' }).click();
  await first.getByRole('button', { name: 'Sign out' }).click();
  await signIn(first, 'dana.ruiz@acme.example');
  const outlook = await context.newPage();
  await outlook.goto('https://outlook.office.com/calendar/item/AAkALgAA%3D');
  await outlook.bringToFront();
  await first.getByText('last change just now').waitFor();
  await first.locator('summary').filter({ hasText: 'History of this item' }).click();
  await first.getByText('by Dana Ruiz in Salesforce').waitFor();
  await first.evaluate(() => scrollTo(0, 0));
  shots.push(await first.screenshot());

  const row = await context.newPage();
  await row.setViewportSize({ width: 1860, height: height + 48 });
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`).join('');
  await row.setContent(
    `<style>body{margin:24px;display:flex;gap:16px;background:#d8dee6}img{height:${height}px;border-radius:8px;box-shadow:0 2px 8px #0004}</style>${images}`,
  );
  await row.locator('img').last().waitFor();
  const file = join(root, 'docs/pictures/faces.png');
  writeFileSync(file, await row.screenshot());
  process.stdout.write(`${file}: ${readFileSync(file).length} bytes\n`);
} finally {
  await extension.close();
  await service.close();
}
