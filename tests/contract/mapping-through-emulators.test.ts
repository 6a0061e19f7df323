import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectMaps } from '../../core/mapping/index.ts';
import { holdableContact } from '../../core/mapping/testing/holdable-contact.ts';
import { holdableEvent } from '../../core/mapping/testing/holdable-event.ts';
import { mailbox } from '../../core/mapping/testing/mailbox.ts';
import type { Fields, ObjectKind } from '../../core/model/index.ts';
import { ann, smallWorld } from '../../sandbox/graph/testing/small-world.ts';
import { createSalesforce } from '../../sandbox/salesforce/index.ts';
import { createDesk } from '../../sandbox/world/desk.ts';

/**
 * There and back through the emulators, which share nothing with the maps: what both sides can hold comes back as it was sent, and what
 * a server rewrites is stable when it is sent again.
 */
const runs = { numRuns: 60 };
const utc = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

function names(kind: ObjectKind): string[] {
  return objectMaps[kind].fields.filter(({ held }) => held === 'both').map(({ name }) => name);
}
const pick = (fields: Fields, kind: ObjectKind) => Object.fromEntries(names(kind).map((name) => [name, fields[name]]));

function graphSide(kind: ObjectKind) {
  const { call } = smallWorld();
  const path = `/users/${ann}/${kind === 'contact' ? 'contacts' : 'events'}`;
  const read = async (id: string) => {
    const select = objectMaps[kind].outlookSelect;
    const answer = await call('GET', `${path}/${id}${select ? `?$select=${select.join(',')}` : ''}`, undefined, utc);
    const reading = objectMaps[kind].fromOutlook(answer.body, mailbox);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
    return reading;
  };
  return {
    read,
    async create(fields: Fields) {
      const answer = await call('POST', path, objectMaps[kind].toOutlook(Object.keys(fields), fields, mailbox), utc);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return { id: String(answer.body.id), ...(await read(answer.body.id)) };
    },
    async update(id: string, changed: readonly string[], whole: Fields) {
      const answer = await call('PATCH', `${path}/${id}`, objectMaps[kind].toOutlook(changed, whole, mailbox), utc);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return read(id);
    },
  };
}

function salesforceSide(kind: ObjectKind) {
  const map = objectMaps[kind];
  const salesforce = createSalesforce({ desk: createDesk(), url: () => 'http://127.0.0.1:4406' });
  salesforce.org.insert('User', { Username: 'ada@demo.test', Email: 'ada@demo.test', FirstName: 'Ada', LastName: 'Byron' });
  salesforce.control.set({ multiDayEvents: true });
  const headers = { Authorization: `Bearer ${salesforce.issueToken('ada@demo.test')}`, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await salesforce.app.request(`/services/data/v62.0/${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    if (answer.status >= 300) throw new Error(text);
    return text === '' ? undefined : JSON.parse(text);
  };
  const read = async (id: string) => {
    const soql = `SELECT ${map.salesforceFields.join(', ')} FROM ${map.sobject} WHERE Id = '${id}'`;
    const { records } = await send('GET', `query?q=${encodeURIComponent(soql)}`);
    const reading = map.fromSalesforce(records[0], mailbox);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
    return reading;
  };
  return {
    async create(fields: Fields) {
      const { id } = await send('POST', `sobjects/${map.sobject}`, map.toSalesforce(Object.keys(fields), fields, mailbox));
      return { id: String(id), ...(await read(id)) };
    },
    async update(id: string, changed: readonly string[], whole: Fields) {
      await send('PATCH', `sobjects/${map.sobject}/${id}`, map.toSalesforce(changed, whole, mailbox));
      return read(id);
    },
  };
}

describe('a contact', () => {
  it('comes back from Graph as it was sent', async () => {
    const graph = graphSide('contact');
    await fc.assert(
      fc.asyncProperty(holdableContact, async (fields) => {
        expect(pick((await graph.create(fields)).fields, 'contact')).toEqual(fields);
      }),
      runs,
    );
  });

  it('comes back from Salesforce as it was sent, but for the account that Lockstep never writes', async () => {
    const salesforce = salesforceSide('contact');
    await fc.assert(
      fc.asyncProperty(holdableContact, async (fields) => {
        expect(pick((await salesforce.create(fields)).fields, 'contact')).toEqual({ ...fields, companyName: null });
      }),
      runs,
    );
  });

  it('can be changed into any other, on both sides', async () => {
    const [graph, salesforce] = [graphSide('contact'), salesforceSide('contact')];
    await fc.assert(
      fc.asyncProperty(holdableContact, holdableContact, async (before, after) => {
        const [item, record] = [await graph.create(before), await salesforce.create(before)];
        const changed = names('contact').filter((name) => before[name] !== after[name]);
        expect(pick((await graph.update(item.id, changed, { ...item.fields, ...after })).fields, 'contact')).toEqual(after);
        expect((await salesforce.update(record.id, changed, after)).fields).toEqual({ ...after, companyName: null });
      }),
      runs,
    );
  });
});

describe('an event', () => {
  /** Exchange renders a text as HTML, where runs of white space and lines of spaces are not kept. */
  const rendered = (fields: Fields): Fields => ({
    ...fields,
    description: typeof fields.description === 'string' ? fields.description.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n') : null,
    ...(fields.isPrivate ? { subject: 'Private appointment', location: null, description: null } : {}),
  });

  it('comes back from Graph as it was sent', async () => {
    const graph = graphSide('event');
    await fc.assert(
      fc.asyncProperty(holdableEvent, async (fields) => {
        expect(rendered((await graph.create(fields)).fields)).toEqual(rendered(fields));
      }),
      runs,
    );
  });

  it('comes back from Salesforce as it was sent', async () => {
    const salesforce = salesforceSide('event');
    await fc.assert(
      fc.asyncProperty(holdableEvent, async (fields) => {
        expect((await salesforce.create(fields)).fields).toEqual(fields);
      }),
      runs,
    );
  });

  it('can be changed into any other, on both sides', async () => {
    const [graph, salesforce] = [graphSide('event'), salesforceSide('event')];
    await fc.assert(
      fc.asyncProperty(holdableEvent, holdableEvent, async (before, next) => {
        // Privacy has tests of its own: it bars changes of words.
        const [from, after] = [{ ...before, isPrivate: false } as Fields, { ...next, isPrivate: false } as Fields];
        const [item, record] = [await graph.create(from), await salesforce.create(from)];
        const changed = names('event').filter((name) => from[name] !== after[name]);
        expect(rendered((await graph.update(item.id, changed, { ...item.fields, ...after })).fields)).toEqual(rendered(after));
        expect((await salesforce.update(record.id, changed, after)).fields).toEqual(after);
      }),
      runs,
    );
  });

  it('has the same key in the mailbox of the organizer and of a guest', async () => {
    const { call, graph } = smallWorld();
    const time = (hour: string) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' });
    const attendees = [{ emailAddress: { address: 'bob@contoso.example' } }];
    const { body } = await call('POST', `/users/${ann}/events`, { subject: 'Plan', start: time('09'), end: time('10'), attendees }, utc);
    const [copy] = graph.mailbox('bob@contoso.example')?.events() ?? [];
    const own = objectMaps.event.fromOutlook(body, mailbox);
    const guest = objectMaps.event.fromOutlook(copy, { ...mailbox, mailboxId: 'm2', addresses: ['bob@contoso.example'] });
    expect(own.facts).toMatchObject({ isOrganizer: true, attendees: ['bob@contoso.example'], organizer: 'ann@contoso.example' });
    expect(guest.facts).toMatchObject({ isOrganizer: false, keys: own.facts.keys });
  });
});
