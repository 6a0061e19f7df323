import { expect, it } from 'vitest';
import { configSchema } from '../config/index.ts';
import { type SurfaceAddresses, serveSurfaces } from './serve-surfaces.ts';
import { nestedSignIn } from './surfaces-client.ts';

const pages = { web: '/nowhere', taskpane: '/nowhere' };
const ask = (given: Partial<SurfaceAddresses>, path = '/taskpane/config.json') =>
  serveSurfaces(pages, { publicUrl: null, identity: 'https://login.microsoftonline.com', nested: undefined, ...given }).request(path);
const configured = (given: object) => nestedSignIn(configSchema.parse(given), undefined);

it('tells the pane by which registration Outlook signs it in, from the configuration', async () => {
  const nested = configured({ graphClient: { id: 'app-1', secret: 's3cret' } });
  const answer = await ask({ nested });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const text = await answer.text();
  expect(JSON.parse(text)).toEqual({
    clientId: 'app-1',
    authority: 'https://login.microsoftonline.com/organizations',
    scope: 'api://app-1/access',
  });
  expect(text).not.toContain('s3cret');
});

it('takes a registration of its own and another cloud', () => {
  const addinClient = { id: 'pane', scope: 'api://lockstep.example/access' };
  const identity = 'https://login.microsoftonline.us';
  expect(configured({ addinClient, identity, graphClient: { id: 'app-1', secret: 's' } })).toEqual({
    clientId: 'pane',
    authority: `${identity}/organizations`,
    scope: 'api://lockstep.example/access',
  });
});

it('answers 404 where nothing is registered: the pane asks for a password then', async () => {
  const answer = await ask({ nested: configured({}) });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: expect.stringContaining('not registered') });
});

it('lets the pages reach the service and Entra ID, and nobody else', async () => {
  const policy = (await ask({ publicUrl: 'https://sync.example' }, '/console/')).headers.get('content-security-policy');
  expect(policy).toContain("connect-src 'self' https://sync.example https://login.microsoftonline.com;");
});
