import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Provider, Write } from '../../core/sync/index.ts';
import { minutes, openScene, outlookContact, type Scene, type ScenePerson } from '../scene/index.ts';

/** A person saves in the moment between our look and our write. */
let scene: Scene;
let ann: ScenePerson;
let meanwhile: { side: string; act: () => void } | null = null;

/** Lets the person act right before the write of one side leaves. */
function wrap(real: Provider): Provider {
  async function* write(writes: readonly Write[]) {
    const act = meanwhile?.side === real.side ? meanwhile : null;
    if (act) meanwhile = null;
    act?.act();
    yield* real.write(writes);
  }
  return new Proxy(real, {
    get(target, key) {
      const own = Reflect.get(target, key) as unknown;
      if (key === 'write') return write;
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

/** Between the comparison of the stamps and the write itself. */
let lastMoment: (() => void) | null = null;
const salesforce: typeof fetch = (input, init) => {
  if (lastMoment && (init?.method === 'PATCH' || String(init?.body ?? '').includes('"PATCH"'))) {
    lastMoment();
    lastMoment = null;
  }
  return fetch(input, init);
};

beforeEach(async () => {
  meanwhile = null;
  lastMoment = null;
  scene = await openScene({ wrap, fetch: { salesforce } });
  [ann] = scene.people as [ScenePerson];
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
});
afterEach(() => scene.close());

const card = () => ann.mailbox.contacts()[0] as Record<string, unknown> & { id: string };
const record = () => scene.records('Contact').find((row) => row.LastName === 'Ruiz') as Record<string, unknown>;
const edit = (fields: Record<string, unknown>) => scene.salesforce.org.update('Contact', String(record().Id), fields, ann.salesforceId);

describe('an edit under way', () => {
  it('is not overwritten in Outlook', async () => {
    edit({ Title: 'Director' });
    meanwhile = { side: 'outlook', act: () => ann.mailbox.updateContact(card().id, { jobTitle: 'Buyer' }) };
    scene.advance(31 * minutes);
    await scene.settle();
    expect(card().jobTitle).toBe('Buyer');
    expect(record().Title).toBe('Buyer');
  });

  it('is not overwritten in Salesforce', async () => {
    ann.mailbox.updateContact(card().id, { jobTitle: 'Buyer' });
    const act = () => {
      scene.advance(2_000);
      edit({ Title: 'Director' });
    };
    meanwhile = { side: 'salesforce', act };
    scene.advance(31 * minutes);
    await scene.settle();
    expect(record().Title).toBe('Director');
    expect(card().jobTitle).toBe('Director');
  });

  it('in another field is carried over, though our write came after it', async () => {
    ann.mailbox.updateContact(card().id, { jobTitle: 'Buyer' });
    // After the stamps were compared: nothing but the stored record shows it.
    lastMoment = () => edit({ Department: 'Sales' });
    scene.advance(31 * minutes);
    await scene.settle();
    expect(lastMoment).toBeNull();
    expect(card()).toMatchObject({ jobTitle: 'Buyer', department: 'Sales' });
    expect(record()).toMatchObject({ Title: 'Buyer', Department: 'Sales' });
  });
});
