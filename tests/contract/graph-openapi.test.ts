import { describe, expect, it } from 'vitest';
import { checkedWorld } from './checked-world.ts';
import { GraphSchema, hasReferenceData } from './graph-schema.ts';
import { ann, graphWorld } from './graph-world.ts';

const schema = hasReferenceData ? new GraphSchema() : (undefined as never);

const visited = new Set<string>();

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
    const { call, problems } = checkedWorld(schema, visited);
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
    const { call, problems } = checkedWorld(schema, visited);
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
    const { call, problems } = checkedWorld(schema, visited);
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
    const { call, problems, graph } = checkedWorld(schema, visited);
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
    const { call, problems, graph } = checkedWorld(schema, visited);
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
    const { call, problems, graph } = checkedWorld(schema, visited);
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

/** A push to somebody's address, and bytes: no JSON of Graph's. */
const withoutSchema = ['graph.subscriptions.notify', 'graph.attachments.value'];

describe.skipIf(!hasReferenceData)('the tour', () => {
  it('has been at every operation that the emulator serves', () => {
    const { desk } = graphWorld();
    expect(desk.faults.operations.filter((name) => !visited.has(name) && !withoutSchema.includes(name))).toEqual([]);
  });
});
