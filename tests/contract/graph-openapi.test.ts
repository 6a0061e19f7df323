import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GraphSchema, hasReferenceData, referenceData } from './graph-schema.ts';
import { ann, graphWorld } from './graph-world.ts';

const schema = hasReferenceData ? new GraphSchema() : (undefined as never);

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
type Answer = { status: number; body: any };

const visited = new Set<string>();

/** A world whose every answer is checked against the description as it comes. */
function checkedWorld(schema: GraphSchema) {
  const { graph, desk } = graphWorld();
  const problems: string[] = [];
  /** `like`: the address whose description holds for this one, too (a group's calendar is described nowhere here, a person's is). */
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, like = path): Promise<Answer> => {
    const url = path.startsWith('http') ? path : `http://graph.local/v1.0${path}`;
    const init: RequestInit = { method, headers: { authorization: 'Bearer ann', 'content-type': 'application/json', ...headers } };
    if (body !== undefined) init.body = JSON.stringify(body);
    const answer = await graph.app.request(url, init);
    for (const name of Object.keys(desk.faults.counters)) visited.add(name);
    const text = await answer.text();
    const read = { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    const problem = schema.problems(
      method,
      like.startsWith('http') ? like.replace('http://graph.local/v1.0', '') : like,
      read.status,
      read.body,
    );
    if (problem) problems.push(problem);
    return read;
  };
  return { graph, desk, call, problems };
}

describe.skipIf(!hasReferenceData)('every answer of the Graph emulator is as its OpenAPI description says', () => {
  const meeting = {
    subject: 'Plan',
    start: { dateTime: '2026-12-01T09:00:00', timeZone: 'Pacific Standard Time' },
    end: { dateTime: '2026-12-01T10:00:00', timeZone: 'Pacific Standard Time' },
    location: { displayName: 'Room 3' },
    attendees: [{ emailAddress: { address: 'bob@contoso.example' }, type: 'required' }],
    recurrence: { pattern: { type: 'daily', interval: 1 }, range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 3 } },
  };

  it('users, settings and categories', async () => {
    const { call, problems } = checkedWorld(schema);
    await call('GET', '/users');
    await call('GET', `/users/${ann}?$select=id,accountEnabled,proxyAddresses`);
    await call('GET', '/users/nobody@contoso.example');
    await call('GET', '/me/mailboxSettings');
    await call('PATCH', '/me/mailboxSettings', { timeZone: 'W. Europe Standard Time' });
    await call('GET', '/me/outlook/supportedTimeZones');
    await call('GET', "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')");
    const category = (await call('POST', '/me/outlook/masterCategories', { displayName: 'Salesforce', color: 'preset9' })).body.id;
    await call('GET', '/me/outlook/masterCategories');
    await call('PATCH', `/me/outlook/masterCategories/${category}`, { color: 'preset1' });
    await call('GET', `/me/outlook/masterCategories/${category}`);
    await call('DELETE', `/me/outlook/masterCategories/${category}`);
    expect(problems).toEqual([]);
  });

  it('contacts and their folders', async () => {
    const { call, problems } = checkedWorld(schema);
    const folder = (await call('POST', '/me/contactFolders', { displayName: 'Salesforce Contacts' })).body.id;
    await call('POST', `/me/contactFolders/${folder}/childFolders`, { displayName: 'Below' });
    await call('GET', '/me/contactFolders');
    await call('GET', '/me/contactFolders/delta');
    await call('GET', `/me/contactFolders/${folder}`);
    await call('PATCH', `/me/contactFolders/${folder}`, { displayName: 'Renamed' });
    const written = {
      givenName: 'Eva',
      birthday: '1980-02-01T00:00:00Z',
      homeAddress: { city: 'Bern' },
      emailAddresses: [{ address: 'eva@x.example' }],
    };
    const contact = (await call('POST', `/me/contactFolders/${folder}/contacts`, written)).body.id;
    await call('GET', `/me/contacts/${contact}`);
    await call('GET', `/me/contactFolders/${folder}/contacts/delta`);
    await call('PATCH', `/me/contacts/${contact}`, { jobTitle: 'CTO' }, { 'If-Match': 'W/"old"' });
    await call('PATCH', `/me/contacts/${contact}`, { jobTitle: 'CTO' });
    await call('GET', '/me/contacts?$top=5&$count=true');
    await call('POST', '/me/translateExchangeIds', { inputIds: [contact], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' });
    await call('DELETE', `/me/contacts/${contact}`);
    await call('DELETE', `/me/contactFolders/${folder}`);
    expect(problems).toEqual([]);
  });

  it('To Do lists, tasks and what they are linked to', async () => {
    const { call, problems } = checkedWorld(schema);
    const list = (await call('POST', '/me/todo/lists', { displayName: 'Salesforce Tasks' })).body.id;
    await call('GET', '/me/todo/lists');
    await call('GET', '/me/todo/lists/delta');
    await call('GET', `/me/todo/lists/${list}`);
    await call('PATCH', `/me/todo/lists/${list}`, { displayName: 'Renamed' });
    const task = (await call('POST', `/me/todo/lists/${list}/tasks`, { title: 'Call Dana' })).body.id;
    await call('GET', `/me/todo/lists/${list}/tasks`);
    await call('GET', `/me/todo/lists/${list}/tasks/delta`);
    await call('GET', `/me/todo/lists/${list}/tasks/${task}`);
    await call('PATCH', `/me/todo/lists/${list}/tasks/${task}`, { status: 'completed' });
    const linked = `/me/todo/lists/${list}/tasks/${task}/linkedResources`;
    await call('POST', linked, { applicationName: 'Lockstep', externalId: '1', displayName: 'Task', webUrl: 'https://acme.example/1' });
    await call('GET', linked);
    await call('DELETE', `/me/todo/lists/${list}/tasks/${task}`);
    await call('DELETE', `/me/todo/lists/${list}`);
    expect(problems).toEqual([]);
  });

  it('calendars, events, series and meetings', async () => {
    const { call, problems, graph } = checkedWorld(schema);
    await call('GET', '/me/calendars');
    await call('GET', '/me/calendar');
    const calendar = (await call('POST', '/me/calendars', { name: 'Second' })).body.id;
    await call('PATCH', `/me/calendars/${calendar}`, { name: 'Renamed', color: 'lightBlue' });
    await call('POST', `/me/calendars/${calendar}/events`, { ...meeting, recurrence: null, attendees: [], isOnlineMeeting: true });
    const series = (await call('POST', '/me/events', meeting)).body.id;
    const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';
    const [occurrence, second] = (await call('GET', `/me/events/${series}/instances?${window}`)).body.value;
    await call('PATCH', `/me/events/${occurrence.id}`, { subject: 'Moved' });
    await call('DELETE', `/me/events/${second.id}`);
    const first = await call('GET', `/me/calendarView/delta?${window}`);
    await call('GET', first.body['@odata.deltaLink']);
    await call('GET', `/me/calendarView?${window}`);
    await call('GET', `/me/calendars/${calendar}/calendarView/delta?${window}`);
    await call('GET', `/me/events/${series}`, undefined, { Prefer: 'outlook.timezone="Europe/Berlin", outlook.body-content-type="text"' });
    await call('GET', '/me/events/nonsense');
    graph.mailbox('bob@contoso.example')!.addEvent({ ...meeting, attendees: [{ emailAddress: { address: 'ann@contoso.example' } }] });
    const invited = (await call('GET', '/me/events?$filter=isOrganizer eq false')).body.value[0].id;
    await call('POST', `/me/events/${invited}/tentativelyAccept`, { sendResponse: false });
    await call('POST', `/me/events/${invited}/accept`, {});
    await call('POST', `/me/events/${invited}/decline`, { comment: 'no' });
    await call('DELETE', `/me/calendars/${calendar}`);
    await call('POST', `/me/events/${series}/cancel`, { comment: 'no' });
    expect(problems).toEqual([]);
  });

  it('groups, their calendars, sites and their lists', async () => {
    const { call, problems, graph } = checkedWorld(schema);
    const group = graph.groups.add({
      displayName: 'Sales',
      mail: 'sales@contoso.example',
      visibility: 'Private',
      isTeam: true,
      members: [ann],
      timeZone: 'UTC',
    });
    const { id } = graph.groups.calendar(group.id).addEvent({ ...meeting, recurrence: null });
    const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';
    const series = graph.groups.calendar(group.id).addEvent(meeting).id;
    await call('GET', "/groups?$filter=resourceProvisioningOptions/Any(x:x eq 'Team')&$count=true");
    await call('GET', `/groups/${group.id}`);
    expect((await call('GET', '/servicePrincipals?$select=displayName&$top=10')).status).toBe(200);
    await call('GET', `/groups/${group.id}/members`);
    for (const place of ['calendar', 'events', `events/${id}`, `events/${series}/instances?${window}`, `calendarView?${window}`])
      expect((await call('GET', `/groups/${group.id}/${place}`, undefined, {}, `/me/${place}`)).status).toBe(200);
    expect(problems).toEqual([]);
    const site = graph.sharePoint.addSite('Events', null);
    const list = graph.sharePoint.addList(site.id, 'Calendar', 'events');
    const { no } = graph.sharePoint.addItem(list.id, { Title: 'Fair' });
    await call('GET', '/sites?search=*');
    await call('GET', `/sites/${site.id}`);
    expect(problems).toEqual([]);
    // Lists are not in the description that lies beside the repository.
    for (const place of [
      'lists',
      `lists/${list.id}`,
      `lists/${list.id}/items`,
      `lists/${list.id}/items/delta`,
      `lists/${list.id}/items/${no}`,
    ])
      expect((await call('GET', `/sites/${site.id}/${place}`)).status).toBe(200);
  });

  it('mail, subscriptions and $batch', async () => {
    const { call, problems, graph } = checkedWorld(schema);
    graph
      .mailbox(ann)!
      .addMessage({ subject: 'Hello', from: { emailAddress: { address: 'x@x.example' } }, receivedDateTime: '2026-11-01T09:00:00Z' });
    const files = [{ name: 'offer.txt', contentType: 'text/plain', contentBytes: 'aGVsbG8=' }];
    const withFile = graph.mailbox(ann)!.addMessage({ subject: 'Offer', receivedDateTime: '2026-11-01T08:00:00Z', attachments: files }).id;
    const [file] = (await call('GET', `/me/messages/${withFile}/attachments`)).body.value;
    const whole = await call('GET', `/me/messages/${withFile}?$select=body&$expand=attachments`);
    expect(whole.body.attachments).toEqual([file]);
    await call('GET', `/me/messages/${withFile}/attachments/${file.id}`);
    await call('GET', '/me/mailFolders');
    await call('GET', '/me/mailFolders/inbox');
    const folder = (await call('POST', '/me/mailFolders', { displayName: 'Salesforce Emails' })).body.id;
    await call('PATCH', `/me/mailFolders/${folder}`, { displayName: 'Renamed' });
    await call('DELETE', `/me/mailFolders/${folder}`);
    await call('GET', '/me/mailFolders/delta');
    await call('GET', '/me/mailFolders/inbox/messages/delta');
    const draft = (await call('POST', '/me/messages', { subject: 'Draft', toRecipients: [{ emailAddress: { address: 'x@x.example' } }] }))
      .body.id;
    await call('GET', `/me/messages/${draft}`);
    await call('PATCH', `/me/messages/${draft}`, { subject: 'Better' });
    await call('POST', `/me/messages/${draft}/move`, { destinationId: 'deleteditems' });
    const [{ id: kept }] = (await call('GET', '/me/messages')).body.value;
    await call('DELETE', `/me/messages/${kept}`);
    const expirationDateTime = new Date(Date.now() + 3_600_000).toISOString();
    const wish = { changeType: 'created', notificationUrl: 'http://127.0.0.1:1/', resource: 'me/events', expirationDateTime };
    const subscription = (await call('POST', '/subscriptions', wish)).body.id;
    await call('GET', '/subscriptions');
    await call('GET', `/subscriptions/${subscription}`);
    await call('POST', `/subscriptions/${subscription}/reauthorize`);
    await call('PATCH', `/subscriptions/${subscription}`, { expirationDateTime });
    await call('DELETE', `/subscriptions/${subscription}`);
    await call('POST', '/$batch', { requests: [{ id: '1', method: 'GET', url: '/me/contacts' }] });
    await call('POST', '/$batch', { requests: 'none' });
    expect(problems).toEqual([]);
  });
});

interface Sample {
  name: string;
  request?: { method: string; url: string; headers: Record<string, string>; body: unknown };
  response?: { status: number; body: Record<string, unknown> | null };
}

/** What the samples of the documentation call by names that only their author's mailbox has. */
const served =
  /^\/v1\.0\/(me|users)\/?(contacts|contactFolders|events|calendars|calendar|calendarView|messages|mailFolders|mailboxSettings|outlook|translateExchangeIds)?(?:[/?(]|$)/i;
const notEmulated =
  /attachment|getSchedule|\/forward|\/copy|\/reply|\$value|extensions|licenseDetails|memberOf|todo|changePassword|revokeSign|getMailTips|eventMessage|mailSearchfolder|\/users\/?\?|\/photo|calendarGroups|authentication|\/users\/delta/i;

/** A push to somebody's address, and bytes: no JSON of Graph's. */
const withoutSchema = ['graph.subscriptions.notify', 'graph.attachments.value'];

describe.skipIf(!hasReferenceData)('the tour', () => {
  it('has been at every operation that the emulator serves', () => {
    const { desk } = graphWorld();
    expect(desk.faults.operations.filter((name) => !visited.has(name) && !withoutSchema.includes(name))).toEqual([]);
  });
});

describe.skipIf(!hasReferenceData)('the sample requests of the documentation are answered in the documented shape', () => {
  const files = hasReferenceData ? readdirSync(join(referenceData, 'graph-samples')) : [];
  const samples = files.flatMap((file) => {
    const { samples: found } = JSON.parse(readFileSync(join(referenceData, 'graph-samples', file), 'utf8')) as { samples: Sample[] };
    return found.filter(isServed).map((sample) => [`${file}: ${sample.name}`, sample] as const);
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

function isServed({ name, request, response }: Sample): boolean {
  if (!request || !response || !/^https:/.test(request.url)) return false;
  const path = request.url.replace('https://graph.microsoft.com', '');
  const placeholders = /-value"|skiptoken=R0us|deltatoken=R0us/.test(JSON.stringify([request.body, path]));
  return served.test(path) && !notEmulated.test(`${path} ${name}`) && !placeholders && request.method !== 'PATCH'
    ? true
    : /masterCategories\//.test(path);
}
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
  return {
    messages: await first('/me/messages'),
    contacts: await first('/me/contacts'),
    events: (await call('POST', '/me/events', { start: time('4'), end: time('5') })).body.id as string,
    invited: await first('/me/events?$filter=isOrganizer eq false'),
    calendars: await first('/me/calendars'),
    contactFolders: 'contacts',
    mailFolders: 'inbox',
    masterCategories: await first('/me/outlook/masterCategories'),
  };
}
type Ids = Awaited<ReturnType<typeof prepare>>;

/** Puts an id of our world where the sample has one of its own. */
function fill(path: string, ids: Ids): string {
  const known = path.replace(
    /\/(messages|contacts|calendars|contactFolders|mailFolders|masterCategories)\/(?!delta)[^/]+/gi,
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
