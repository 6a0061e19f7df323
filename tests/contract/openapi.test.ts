import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createFakeApi } from '../access/fake-api.ts';
import { findBreaks, type OpenApi, type Operation, type Schema } from './find-breaks.ts';

const file = fileURLToPath(new URL('./openapi.snapshot.json', import.meta.url));
const served = async (): Promise<OpenApi> => (await createFakeApi().ask(null, 'GET /api/openapi.json')).json as unknown as OpenApi;

/**
 * The committed snapshot is what clients in the field rely on. Additions pass (and are taken into the snapshot by
 * `UPDATE_OPENAPI=1 npx vitest run tests/contract/openapi`); what breaks a client fails here.
 */
test('nothing that clients rely on was taken away since the snapshot', async () => {
  const now = await served();
  if (process.env.UPDATE_OPENAPI === '1') writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`);
  const snapshot = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
  expect(findBreaks(snapshot, now)).toEqual([]);
});

test('the document is OpenAPI 3.1, and each operation has its id, its summary and its problems', async () => {
  const document = await served();
  expect(document.openapi).toBe('3.1.0');
  const ids = new Set<string>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy();
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('4')),
        `${method} ${path}`,
      ).toBe(true);
      ids.add(operation.operationId ?? '');
    }
  }
  expect(ids.size).toBe(Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length);
});

/** What an operation answers when all is well. */
const answered = (document: OpenApi, operation: Operation): Schema => {
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const schema = good?.content?.['application/json']?.schema ?? {};
  const named = schema.$ref?.split('/').at(-1);
  return named === undefined ? schema : (document.components?.schemas?.[named] ?? {});
};

test('every list answers {items, nextCursor}: no operation answers one half of it, and none a bare array', async () => {
  const document = await served();
  const lists: string[] = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const { type, properties = {} } = answered(document, operation);
      expect(type, `${method} ${path}`).not.toBe('array');
      const list = properties.items?.type === 'array';
      expect('nextCursor' in properties, `${method} ${path}`).toBe(list);
      if (list) lists.push(path);
    }
  }
  expect(lists).toContain('/api/users');
  expect(lists.length).toBeGreaterThan(15);
});

const change = async (edit: (document: OpenApi) => void): Promise<string[]> => {
  const before = await served();
  const after = structuredClone(before);
  edit(after);
  return findBreaks(before, after);
};
const userOf = (document: OpenApi) => document.components?.schemas?.User;

test('additions pass: a route, an optional query parameter, an answered field, an optional field of a body', async () => {
  const breaks = await change((document) => {
    document.paths['/api/new'] = { get: { summary: 'New', operationId: 'getNew', responses: {} } };
    document.paths['/api/users']?.get?.parameters?.push({ name: 'fresh', in: 'query', required: false, schema: { type: 'string' } });
    const user = userOf(document);
    if (user?.properties) user.properties.nickname = { type: 'string' };
    const patch = document.paths['/api/users/{id}']?.patch?.requestBody?.content?.['application/json']?.schema;
    if (patch?.properties) patch.properties.nickname = { type: 'string' };
  });
  expect(breaks).toEqual([]);
});

const breaking: [name: string, edit: (document: OpenApi) => void, expected: RegExp][] = [
  ['a route is gone', (document) => void delete document.paths['/api/summary'], /\/api\/summary.*gone/],
  ['a method is gone', (document) => void delete document.paths['/api/users/{id}']?.patch, /PATCH \/api\/users\/\{id\}.*gone/],
  ['an answered field is gone', (document) => void delete userOf(document)?.properties?.email, /email.*gone/],
  ['an answered field may now be missing', (document) => void userOf(document)?.required?.splice(0, 1), /may now be missing/],
  [
    'an answered field has another type',
    (document) => void Object.assign(userOf(document)?.properties?.email ?? {}, { type: 'number' }),
    /type/,
  ],
  [
    'a query parameter is now needed',
    (document) =>
      void document.paths['/api/users']?.get?.parameters?.push({ name: 'need', in: 'query', required: true, schema: { type: 'string' } }),
    /need.*now needed/,
  ],
  ['a query parameter is gone', (document) => void document.paths['/api/users']?.get?.parameters?.splice(0, 1), /parameter.*gone/],
  [
    'a field of a body is now needed',
    (document) => {
      const body = document.paths['/api/sign-in/password']?.post?.requestBody?.content?.['application/json']?.schema;
      if (body?.properties) body.properties.captcha = { type: 'string' };
      body?.required?.push('captcha');
    },
    /captcha.*now needed/,
  ],
  [
    'a word of a body is no longer taken',
    (document) => {
      const body = document.paths['/api/issues/{id}/answer']?.post?.requestBody?.content?.['application/json']?.schema;
      body?.properties?.answer?.enum?.pop();
    },
    /no longer taken/,
  ],
];
for (const [name, edit, expected] of breaking) {
  test(`a break is found: ${name}`, async () => {
    expect((await change(edit)).join('\n')).toMatch(expected);
  });
}
