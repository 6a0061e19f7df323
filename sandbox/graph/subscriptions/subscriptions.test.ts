import { describe, expect, it } from 'vitest';
import { ann, bob, smallWorld } from '../testing/small-world.ts';
import type { Send } from './notifier.ts';

const url = 'http://127.0.0.1:9/hook';

/** A subscriber in memory: answers the handshake and keeps what it is told. */
function subscriber(answers: { echo?: boolean; status?: number } = {}) {
  const told: { url: string; value: Record<string, unknown>[] }[] = [];
  const send: Send = async (address, init) => {
    const token = new URL(address).searchParams.get('validationToken');
    if (token !== null) return new Response(answers.echo === false ? 'no' : token, { headers: { 'content-type': 'text/plain' } });
    told.push({ url: address, value: JSON.parse(String(init.body)).value });
    return new Response(null, { status: answers.status ?? 202 });
  };
  return { told, send };
}
function wish(world: ReturnType<typeof smallWorld>, more: object = {}) {
  const expirationDateTime = new Date(world.desk.clock.now() + 3 * 3_600_000).toISOString();
  return {
    changeType: 'created,updated',
    notificationUrl: url,
    resource: `/users/${ann}/contacts`,
    expirationDateTime,
    clientState: 'secret',
    ...more,
  };
}

describe('subscriptions', () => {
  it('are made after the handshake and tell of changes, together, with the id asked for', async () => {
    const { told, send } = subscriber();
    const world = smallWorld({ send });
    const made = await world.call('POST', '/subscriptions', wish(world), { Prefer: 'IdType="ImmutableId"' });
    expect(made.status).toBe(201);
    const person = world.graph.mailbox(ann)!;
    const ids = [person.addContact({ givenName: 'A' }).id, person.addContact({ givenName: 'B' }).id];
    person.deleteContact(ids[1]!);
    world.graph.mailbox(bob)!.addContact({ givenName: 'C' });
    await world.graph.notified();
    expect(told).toHaveLength(1);
    expect(told[0]!.value).toMatchObject(
      ids.map((id) => ({ subscriptionId: made.body.id, changeType: 'created', clientState: 'secret', resourceData: { id } })),
    );
  });

  it('are refused without handshake, for an address elsewhere, for calendarView, too long, and twice', async () => {
    const mute = smallWorld({ send: subscriber({ echo: false }).send });
    expect((await mute.call('POST', '/subscriptions', wish(mute))).body.error.code).toBe('ValidationError');
    const world = smallWorld({ send: subscriber().send });
    const code = async (more: object) => (await world.call('POST', '/subscriptions', wish(world, more))).body.error?.code;
    expect(await code({ notificationUrl: 'https://hook.example' })).toBe('InvalidRequest');
    expect(await code({ resource: `/users/${ann}/calendarView` })).toBe('InvalidRequest');
    expect(await code({ expirationDateTime: new Date(world.desk.clock.now() + 8 * 86_400_000).toISOString() })).toBe('InvalidRequest');
    expect(await code({})).toBeUndefined();
    expect((await world.call('POST', '/subscriptions', wish(world))).status).toBe(409);
  });

  it('end when they expire, unless they are renewed', async () => {
    const { told, send } = subscriber();
    const world = smallWorld({ send });
    const { id } = (await world.call('POST', '/subscriptions', wish(world))).body;
    world.desk.clock.advance(2 * 3_600_000);
    const renewed = { expirationDateTime: new Date(world.desk.clock.now() + 3_600_000).toISOString() };
    expect((await world.call('PATCH', `/subscriptions/${id}`, renewed)).status).toBe(200);
    expect((await world.call('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
    world.desk.clock.advance(2 * 3_600_000);
    expect((await world.call('GET', `/subscriptions/${id}`)).status).toBe(404);
    world.graph.mailbox(ann)!.addContact({ givenName: 'A' });
    await world.graph.notified();
    expect(told).toEqual([]);
  });

  it('lose, double and tell of their own life as the desk scripts it', async () => {
    const { told, send } = subscriber();
    const world = smallWorld({ send });
    const made = await world.call('POST', '/subscriptions', wish(world, { lifecycleNotificationUrl: `${url}/life` }));
    world.desk.faults.set([
      { at: 'graph.subscriptions.notify', nth: 1, do: 'lost-answer' },
      { at: 'graph.subscriptions.notify', nth: 2, do: 'duplicate-delivery' },
    ]);
    for (const name of ['A', 'B']) {
      world.graph.mailbox(ann)!.addContact({ givenName: name });
      await world.graph.notified();
    }
    expect(told).toHaveLength(2);
    await world.graph.tellSubscribers('subscriptionRemoved');
    expect(told.at(-1)).toMatchObject({
      url: `${url}/life`,
      value: [{ lifecycleEvent: 'subscriptionRemoved', subscriptionId: made.body.id }],
    });
    expect((await world.call('GET', '/subscriptions')).body.value).toEqual([]);
  });
});
