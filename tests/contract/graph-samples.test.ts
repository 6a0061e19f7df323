import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedWorld } from './checked-world.ts';
import { GraphSchema, hasReferenceData, referenceData } from './graph-schema.ts';
import { ann, type graphWorld } from './graph-world.ts';
import { samplesLeftOut } from './samples-left-out.ts';

const schema = hasReferenceData ? new GraphSchema() : (undefined as never);

interface Sample {
  name: string;
  request?: { method: string; url: string; headers: Record<string, string>; body: unknown };
  response?: { status: number; body: Record<string, unknown> | null };
}

const leftOut = new Set(Object.values(samplesLeftOut).flat());

describe.skipIf(!hasReferenceData)('the sample requests of the documentation are answered in the documented shape', () => {
  const files = hasReferenceData ? readdirSync(join(referenceData, 'graph-samples')) : [];
  const all = files.flatMap((file) => {
    const { samples: found } = JSON.parse(readFileSync(join(referenceData, 'graph-samples', file), 'utf8')) as { samples: Sample[] };
    return found.filter(({ request, response }) => request && response).map((sample) => [`${file}: ${sample.name}`, sample] as const);
  });
  const samples = all.filter(([name]) => !leftOut.has(name));

  it('leaves out what the list names with its reason, and nothing else', () => {
    const there = new Set<string>(all.map(([name]) => name));
    expect([...leftOut].filter((name) => !there.has(name))).toEqual([]);
    expect(samples.length).toBeGreaterThanOrEqual(45);
  });

  it.each(samples)('%s', async (_name, { request, response }) => {
    const { call, graph, problems } = checkedWorld(schema);
    const ids = await prepare(call, graph);
    const url = new URL(request!.url, 'https://graph.microsoft.com');
    const path = decodeURI(url.pathname).replace('/v1.0', '').replace(/\/$/, '');
    const answer = await call(request!.method, fill(path, ids) + url.search, fillBody(request!.body, ids), request!.headers);
    expect([answer.status, answer.body?.error]).toEqual([response!.status, undefined]);
    const missing = Object.keys(shapeOf(response!.body)).filter(
      (name) => !(name in (shapeOf(answer.body) ?? {})) && !name.includes('@odata.'),
    );
    expect(missing.filter((name) => !unshown.has(name))).toEqual([]);
    expect(problems.filter((problem) => !problem.startsWith('no operation'))).toEqual([]);
  });
});

/** Properties of samples that only some mailboxes or older answers have. */
const unshown = new Set([
  'uniqueBody',
  'occurrenceId',
  'flag',
  'identities',
  'conversationIndex',
  'meetingMessageType',
  'type',
  'canModifyRoleAssignments',
  'parentGroupId',
  'skills',
  'mailNickname',
  'otherMails',
  'proxyAddresses',
  '$unparsed',
]);

function shapeOf(body: unknown): Record<string, unknown> {
  const whole = (body ?? {}) as { value?: unknown };
  return (Array.isArray(whole.value) ? (whole.value[0] ?? {}) : whole) as Record<string, unknown>;
}

const green = { id: 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color', value: 'Green' };

async function prepare(call: ReturnType<typeof checkedWorld>['call'], graph: ReturnType<typeof graphWorld>['graph']) {
  const person = graph.mailbox(ann)!;
  const [start, end] = ['07', '08'].map((hour) => ({ dateTime: `2016-12-09T${hour}:00:00`, timeZone: 'UTC' }));
  person.addEvent({ subject: 'Old', start, end });
  const time = (hour: string) => ({ dateTime: `2020-01-02T0${hour}:00:00`, timeZone: 'UTC' });
  person.addMessage({
    subject: 'Hello',
    from: { emailAddress: { name: 'X', address: 'x@x.example' } },
    singleValueExtendedProperties: [green],
  });
  person.addContactFolder('Other');
  person.addContact({ givenName: 'Eva' });
  graph
    .mailbox('bob@contoso.example')!
    .addEvent({ start: time('4'), end: time('5'), attendees: [{ emailAddress: { address: 'ann@contoso.example' } }] });
  const first = async (path: string): Promise<string> => (await call('GET', path)).body.value[0].id;
  const lists = (await call('POST', '/me/todo/lists', { displayName: 'Old' })).body.id as string;
  return {
    messages: await first('/me/messages'),
    contacts: await first('/me/contacts'),
    events: (await call('POST', '/me/events', { start: time('4'), end: time('5') })).body.id as string,
    invited: await first('/me/events?$filter=isOrganizer eq false'),
    calendars: await first('/me/calendars'),
    contactFolders: 'contacts',
    mailFolders: 'inbox',
    masterCategories: await first('/me/outlook/masterCategories'),
    lists,
    tasks: (await call('POST', `/me/todo/lists/${lists}/tasks`, { title: 'Old' })).body.id as string,
  };
}
type Ids = Awaited<ReturnType<typeof prepare>>;

/** Puts an id of our world where the sample has one of its own. */
function fill(path: string, ids: Ids): string {
  const known = path.replace(
    /\/(messages|contacts|calendars|contactFolders|mailFolders|masterCategories|lists|tasks)\/(?!delta)[^/]+/gi,
    (_, kind) => `/${kind}/${ids[kind as keyof Ids]}`,
  );
  const event = /tentativelyAccept/.test(path) ? ids.invited : ids.events;
  return known.replace(/\/events\/[^/]+/, `/events/${event}`);
}
function fillBody(body: unknown, ids: Ids): unknown {
  if (body === null || body === undefined) return undefined;
  const { parentFolderId, inputIds, ...rest } = body as Record<string, unknown>;
  return { ...rest, ...(inputIds ? { inputIds: [ids.contacts, ids.events] } : {}) };
}
