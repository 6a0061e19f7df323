import fc from 'fast-check';
import { expect, it } from 'vitest';
import { routes } from './routes.ts';
import { ann, type SmallWorld, smallWorld } from './testing/small-world.ts';

it('registers every operation at the fault desk, each under a name of its own folder', () => {
  const { desk } = smallWorld();
  expect(desk.faults.operations).toEqual(expect.arrayContaining([...new Set(routes.map(([, , operation]) => operation.name))]));
  for (const [, , { name }] of routes) expect(name).toMatch(/^graph\.[a-zA-Z]+(\.[a-zA-Z]+)?$/);
});

const names = [
  'subject',
  'start',
  'end',
  'body',
  'recurrence',
  'attendees',
  'location',
  'locations',
  'givenName',
  'emailAddresses',
  'homeAddress',
  'displayName',
  'requests',
  'birthday',
  'color',
  'timeZone',
  'inputIds',
  'destinationId',
  'singleValueExtendedProperties',
  'expirationDateTime',
  'resource',
  'notificationUrl',
  'changeType',
  'flag',
  'toRecipients',
  'isAllDay',
  'personalNotes',
  'parentFolderId',
  '__proto__',
  'constructor',
];
const value = fc.jsonValue({ maxDepth: 3 });
const odd = fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }));
const option = fc.constantFrom(
  '$select',
  '$filter',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$skiptoken',
  '$deltatoken',
  'startDateTime',
  'endDateTime',
);
const query = fc.dictionary(option, fc.oneof(fc.string(), fc.constantFrom("a eq 'b'", '2026-01-01', 'WyJhIiwxLDEsMSx7fV0', '5')), {
  maxKeys: 3,
});

it('answers whatever it is sent with an answer of its own, never with a crash', async () => {
  const world = smallWorld({ limits: { concurrent: 4, perTenMinutes: 1_000_000 } });
  const ids = await someIds(world);
  const path = fc
    .constantFrom(...routes)
    .chain(([method, pattern]) => fc.record({ method: fc.constant(method), pattern: fc.constant(pattern) }));
  await fc.assert(
    fc.asyncProperty(path, odd, query, fc.boolean(), async ({ method, pattern }, body, options, real) => {
      const url = pattern.replace(/\{(\w+)\}/g, (_, name: string) => (real || name === 'user' ? (ids[name] ?? 'x') : 'nonsense'));
      const search = new URLSearchParams(options).toString();
      const answer = await world.call(method, `${url}?${search}`, method === 'GET' || method === 'DELETE' ? undefined : (body ?? {}));
      expect(answer.status).toBeLessThan(500);
      if (answer.status >= 400) expect(answer.body.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    }),
    { numRuns: 400 },
  );
});

const time = { dateTime: '2026-12-01T09:00:00', timeZone: 'UTC' };
const recurrence = {
  pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
  range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 3 },
};
const stamps = [{ id: 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name CrmId', value: 'x' }];
const place = { displayName: 'Room', address: { city: 'Bern' }, coordinates: { latitude: 1 } };
const person = { emailAddress: { name: 'G', address: 'g@x.example' } };
/** Bodies that are right, by the collection they are posted to. */
const good: Record<string, Record<string, unknown>> = {
  contacts: {
    givenName: 'A',
    emailAddresses: [{ name: 'A', address: 'a@x.example' }],
    homeAddress: { city: 'Bern' },
    businessPhones: ['1'],
    birthday: '1980-01-01T00:00:00Z',
    categories: ['x'],
    personalNotes: 'n',
    singleValueExtendedProperties: stamps,
  },
  events: {
    subject: 'S',
    body: { contentType: 'html', content: 'x' },
    start: time,
    end: time,
    location: place,
    locations: [place],
    attendees: [{ ...person, type: 'required' }],
    recurrence,
    isAllDay: false,
    isOnlineMeeting: true,
    categories: ['x'],
    singleValueExtendedProperties: stamps,
  },
  contactFolders: { displayName: 'N', parentFolderId: 'contacts' },
  calendars: { name: 'N', color: 'auto' },
  messages: {
    subject: 'S',
    body: { contentType: 'text', content: 'x' },
    toRecipients: [person],
    from: person,
    flag: { flagStatus: 'flagged' },
    internetMessageHeaders: [{ name: 'x-a', value: 'b' }],
  },
};
const junk = fc.constantFrom(null, [], {}, '', 'x', 5, -1, true, [null], [[]], { a: 1 }, 'x'.repeat(5000));

/** The body with one part of it, at any depth, replaced. */
function spoiled(body: unknown, at: number, by: unknown): unknown {
  let left = at;
  const walk = (part: unknown): unknown => {
    if (left === 0) {
      left = -1;
      return by;
    }
    left -= 1;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner)]));
  };
  return walk(body);
}

it('refuses or takes a right body with one wrong part, and can show all of it afterwards', async () => {
  const world = smallWorld({ limits: { concurrent: 4, perTenMinutes: 1_000_000 } });
  const ids = await someIds(world);
  const kind = fc.constantFrom(...Object.keys(good));
  await fc.assert(
    fc.asyncProperty(kind, fc.nat(40), junk, fc.boolean(), async (collection, at, by, patch) => {
      const known = ids[{ contactFolders: 'folder' }[collection] ?? collection.slice(0, -1)];
      const path = `/users/${ann}/${collection}`;
      const body = spoiled(good[collection], at, by);
      const answer = patch ? await world.call('PATCH', `${path}/${known}`, body) : await world.call('POST', path, body);
      expect([200, 201, 400, 404, 409]).toContain(answer.status);
    }),
    { numRuns: 400 },
  );
  const window = 'startDateTime=2026-01-01&endDateTime=2030-12-01&$top=1000';
  for (const shown of [
    'contacts?$top=1000',
    'events?$top=1000',
    'contactFolders',
    'calendars',
    'messages?$top=1000',
    `calendarView?${window}`,
  ])
    expect((await world.call('GET', `/users/${ann}/${shown}`)).status).toBe(200);
});

async function someIds({ call, graph }: SmallWorld): Promise<Record<string, string>> {
  const person = graph.mailbox(ann)!;
  return {
    user: ann,
    contact: person.addContact({ givenName: 'A' }).id,
    folder: person.addContactFolder('F').id,
    event: person.addEvent({ start: time, end: time, recurrence }).id,
    message: person.addMessage({ subject: 'M' }).id,
    calendar: (await call('POST', `/users/${ann}/calendars`, { name: 'C' })).body.id,
    setting: 'timeZone',
  };
}
