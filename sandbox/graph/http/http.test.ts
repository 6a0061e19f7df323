import { expect, it } from 'vitest';
import { ann, bob, smallWorld } from '../testing/small-world.ts';

it('answers 401 without a token or with one that nobody issued', async () => {
  const { call } = smallWorld();
  const answer = await call('GET', `/users/${ann}/contacts`, undefined, { authorization: 'Bearer nonsense', 'client-request-id': 'mine' });
  expect([answer.status, answer.body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  expect(answer.body.error.innerError['client-request-id']).toBe('mine');
  expect(answer.headers.get('client-request-id')).toBe('mine');
});

it('keeps a person to the own mailbox and an application to its rights and its mailboxes', async () => {
  const { call, graph } = smallWorld();
  const code = async (token: string, path: string, method = 'GET', body?: unknown) => {
    const answer = await call(method, path, body, { authorization: `Bearer ${token}` });
    return answer.status < 400 ? answer.status : answer.body.error.code;
  };
  expect(await code('ann', '/me/contacts')).toBe(200);
  expect(await code('ann', `/users/${bob}/contacts`)).toBe('ErrorAccessDenied');
  expect(await code('app', '/me/contacts')).toBe('BadRequest');
  expect(await code('app-read', `/users/${ann}/contacts`)).toBe(200);
  expect(await code('app-read', `/users/${ann}/contacts`, 'POST', {})).toBe('ErrorAccessDenied');
  expect(await code('app-read', `/users/${ann}/events`)).toBe('ErrorAccessDenied');
  graph.scopeApplication('other', ['ann@contoso.example']);
  expect(await code('other-app', `/users/${ann}/contacts`)).toBe(200);
  expect(await code('other-app', `/users/${bob}/contacts`)).toBe('ErrorAccessDenied');
});

it('knows the codes of mailboxes that are not there', async () => {
  const { call, graph } = smallWorld();
  graph.users.set('x', { ...graph.users.get(ann)!, id: 'x', mail: null, userPrincipalName: 'x@contoso.example' });
  const code = async (path: string) => (await call('GET', path)).body.error.code;
  expect(await code('/users/nobody@contoso.example')).toBe('Request_ResourceNotFound');
  expect(await code('/users/nobody@contoso.example/contacts')).toBe('ResourceNotFound');
  expect(await code('/users/x@contoso.example/contacts')).toBe('MailboxNotEnabledForRESTAPI');
  expect(await code(`/users/${ann}/contacts/not-an-id`)).toBe('ErrorInvalidIdMalformed');
});

it('says so where something of Graph is not emulated', async () => {
  const { call } = smallWorld();
  for (const path of ['/users/delta', `/users/${ann}/events/delta`, `/users/${ann}/contacts/$count`, `/users/${ann}/drive`]) {
    const answer = await call('GET', path);
    expect([answer.status, answer.body.error.message]).toEqual([400, expect.stringContaining(`does not serve GET ${path}`)]);
  }
  expect((await call('PUT', `/users/${ann}/contacts`, {})).body.error.message).toContain('supported: GET, POST');
});

it('lets four requests at a mailbox at a time and throttles the fifth', async () => {
  const { call } = smallWorld();
  const answers = await Promise.all(Array.from({ length: 5 }, () => call('GET', `/users/${ann}/contacts`)));
  expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 429]);
  expect((await call('GET', `/users/${ann}/contacts`)).status).toBe(200);
});

it('shows scripted faults, before or after their effect', async () => {
  const { call, desk, graph } = smallWorld();
  desk.faults.set([
    { at: 'graph.contacts.create', nth: 1, do: '429-decimal' },
    { at: 'graph.contacts.create', nth: 2, do: 'html' },
  ]);
  const first = await call('POST', `/users/${ann}/contacts`, { givenName: 'A' });
  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '0.249']);
  await expect(call('POST', `/users/${ann}/contacts`, { givenName: 'A' })).rejects.toThrow('JSON');
  expect(graph.mailbox(ann)?.contacts()).toHaveLength(1);
  expect(desk.faults.counters).toMatchObject({ 'graph.http': 2, 'graph.contacts.create': 2 });
});
