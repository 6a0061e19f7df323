import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConnections } from '../../service/composition/connections.ts';
import { signInSalesforce } from '../../service/composition/demo/sign-in-salesforce.ts';
import { firstToken } from '../../service/composition/token-vault.ts';
import { createSecretBox } from '../../service/secrets/index.ts';
import { secretRows } from '../../service/store/index.ts';
import { openScene, type Scene, tenantId } from '../scene/index.ts';

let scene: Scene;
const master = randomBytes(32);
beforeAll(async () => {
  scene = await openScene();
  scene.salesforce.control.setClient({ rotation: true, redirectUris: ['http://127.0.0.1/connected'] });
});
afterAll(() => scene.close());

/** One worker's view of the connections: its own memory, the same vault. */
function worker() {
  const { clock, ids } = scene.parts;
  const secrets = createSecretBox(master, secretRows(scene.store), () => ids.next());
  const addresses = { identity: scene.graphUrl, graph: scene.graphUrl, graphClient: null, salesforce: scene.salesforceUrl };
  const config = { ...addresses, salesforceClient: scene.salesforce.client };
  return { secrets, connections: createConnections(config, { secrets, clock, random: () => 0.5 }) };
}

const refreshes = () => scene.counters()['salesforce.token'] ?? 0;

it('refreshes a rotating token once when ten calls in two workers meet its end, and all of them go on', async () => {
  const [ann] = scene.people;
  const user = { customerId: scene.customerId, tenantId, userId: ann?.userId ?? '' };
  const [one, two] = [worker(), worker()];
  if (!one.connections.oauth) throw new Error('no client');
  const grant = await signInSalesforce(one.connections.oauth, ann?.address ?? '');
  const context = { customerId: user.customerId, ownerId: user.userId, kind: 'salesforce' };
  await one.secrets.put(context, firstToken(grant), new Date().toISOString());
  const access = [one, two].map(({ connections }) => connections.salesforce(user));
  expect(new Set(await Promise.all(access.map((token) => token())))).toEqual(new Set([grant.accessToken]));

  scene.salesforce.control.expireTokens();
  const before = refreshes();
  const tokens = await Promise.all(Array.from({ length: 10 }, (_, call) => access[call % 2]?.(true)));
  expect(refreshes() - before).toBe(1);
  expect(new Set(tokens).size).toBe(1);
  expect(tokens[0]).not.toBe(grant.accessToken);
});

it('asks the person again only when the newest token is refused', async () => {
  const [ann] = scene.people;
  const user = { customerId: scene.customerId, tenantId, userId: ann?.userId ?? '' };
  scene.salesforce.control.revokeSignIn(ann?.address ?? '');
  const access = worker().connections.salesforce(user);
  await access();
  await expect(access(true)).rejects.toMatchObject({ error: { kind: 'sign-in', final: true } });
});
