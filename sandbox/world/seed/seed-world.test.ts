import { expect, it } from 'vitest';
import { createDesk } from '../desk.ts';
import { createEmulators } from '../start/create-emulators.ts';
import { seedWorld } from './seed-world.ts';

function seeded(world: 'demo' | 'empty') {
  const desk = createDesk();
  const emulators = createEmulators(desk);
  seedWorld(desk, emulators, world);
  return { ...emulators, now: desk.clock.iso() };
}

it('makes 30 people in three companies, each on both sides, with contacts and meetings', () => {
  const { graph, salesforce, now } = seeded('demo');
  const users = [...graph.users.values()];
  expect(users).toHaveLength(30);
  expect(new Set(users.map((user) => user.userPrincipalName.split('@')[1])).size).toBe(3);
  for (const user of users) {
    expect(salesforce.org.user(user.userPrincipalName)?.IsActive).toBe(true);
    expect(graph.mailbox(user.id)?.contacts().length).toBeGreaterThan(2);
    expect(graph.mailbox(user.id)?.tasks()).toHaveLength(2);
    expect(graph.mailbox(user.id)?.messages()).toHaveLength(2);
    expect(graph.mailbox(user.id)?.messages('sentitems')).toHaveLength(1);
    const starts = (graph.mailbox(user.id)?.events() ?? []).map((event) => (event.start as { dateTime: string }).dateTime);
    expect(starts.length).toBeGreaterThanOrEqual(6);
    expect(starts.filter((start) => start < now).length).toBeGreaterThanOrEqual(1);
    expect(starts.filter((start) => start > now).length).toBeGreaterThanOrEqual(1);
  }
  const outlook = new Set(
    users
      .flatMap((user) => graph.mailbox(user.id)?.contacts() ?? [])
      .flatMap((one) => (one.emailAddresses as { address: string }[]).map(({ address }) => address)),
  );
  const sales = [...salesforce.org.records('Contact')].map((one) => String(one.Email));
  const both = sales.filter((address) => outlook.has(address)).length;
  expect(both).toBeGreaterThan(100);
  expect(sales.length - both).toBeGreaterThan(80);
  expect(outlook.size).toBeGreaterThan(both + 80);
});

it('makes the same people with the same contacts, meetings and mails each time', () => {
  const world = () => {
    const { graph, salesforce } = seeded('demo');
    const people = [...graph.users.values()].map(({ id, userPrincipalName }) => {
      const mailbox = graph.mailbox(id);
      const contacts = mailbox?.contacts().map(({ displayName, emailAddresses }) => ({ displayName, emailAddresses }));
      const subjects = [...(mailbox?.events() ?? []), ...(mailbox?.messages() ?? [])].map(({ subject }) => subject);
      return { id, userPrincipalName, contacts, subjects };
    });
    return { people, records: [...salesforce.org.records('Contact')].map(({ Name, Email }) => `${Name} ${Email}`) };
  };
  expect(world()).toEqual(world());
});

it('makes two people without any item when empty', () => {
  const { graph, salesforce } = seeded('empty');
  const users = [...graph.users.values()];
  expect(users.map((user) => user.mail)).toEqual(['alice@fernwood.example', 'bob@fernwood.example']);
  for (const user of users) {
    expect(graph.mailbox(user.id)?.contacts()).toEqual([]);
    expect(graph.mailbox(user.id)?.events()).toEqual([]);
    expect(salesforce.org.user(user.userPrincipalName)?.Email).toBe(user.mail);
  }
  expect([...salesforce.org.records('Contact')]).toEqual([]);
});
