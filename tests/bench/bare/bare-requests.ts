import type { Ready } from '../../../sandbox/world/start/write-ready.ts';
import type { Direction } from '../measurement.ts';

/** Items as one side listed them, by object. */
export type Listed = Record<'contact' | 'event', Record<string, unknown>[]>;

export interface BareSide {
  /** Every listing to its end; pages arrive as they come. */
  read(stored: (items: Record<string, unknown>[]) => Promise<void>): Promise<Listed>;
  /** One create for each item that the other side listed, as many a request as it takes. */
  write(listed: Listed, stored: (items: Record<string, unknown>[]) => Promise<void>): Promise<void>;
}

type Send = (path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** Requests with a token and nothing else: no retry, no check, no pacing. */
async function sender(base: string, tokenUrl: string, client: { id: string; secret: string }, headers: HeadersInit): Promise<Send> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret });
  if (tokenUrl.includes('oauth2/v2.0')) form.set('scope', 'https://graph.microsoft.com/.default');
  const granted = await fetch(tokenUrl, { method: 'POST', body: form });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  return async (path, body) => {
    const answer = await fetch(path.startsWith('http') ? path : `${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
}

const rowsOf = (answer: Record<string, unknown>, name: string): Record<string, unknown>[] =>
  (answer[name] ?? []) as Record<string, unknown>[];

/** @param window ISO 8601 in UTC, as a calendarView takes it. */
export async function bareOutlook(ready: Ready, mailbox: string, window: { start: string; end: string }): Promise<BareSide> {
  const token = `${ready.identity}/${ready.tenant}/oauth2/v2.0/token`;
  const prefer = 'IdType="ImmutableId", odata.maxpagesize=1000';
  const send = await sender(`${ready.graph}/v1.0`, token, ready.graphClient, { prefer });
  const list = async (first: string, stored: (items: Record<string, unknown>[]) => Promise<void>) => {
    const all: Record<string, unknown>[] = [];
    for (let next: string | undefined = first; next; ) {
      const page: Record<string, unknown> = await send(next);
      const items = rowsOf(page, 'value');
      await stored(items);
      all.push(...items);
      next = page['@odata.nextLink'] as string | undefined;
    }
    return all;
  };
  return {
    async read(stored) {
      const view = `startDateTime=${window.start}&endDateTime=${window.end}`;
      const [contact, event] = await Promise.all([
        list(`/users/${mailbox}/contacts/delta`, stored),
        list(`/users/${mailbox}/calendarView/delta?${view}`, stored),
      ]);
      return { contact, event };
    },
    async write({ contact, event }, stored) {
      const bodies = [
        ...contact.map((row) => ({ url: `/users/${mailbox}/contacts`, body: outlookContact(row) })),
        ...event.map((row) => ({ url: `/users/${mailbox}/events`, body: outlookEvent(row) })),
      ];
      for (let place = 0; place < bodies.length; place += 20) {
        const requests = bodies.slice(place, place + 20).map((one, index) => ({
          ...one,
          id: `${index}`,
          method: 'POST',
          headers: { 'content-type': 'application/json', prefer },
        }));
        await stored(rowsOf(await send('/$batch', { requests }), 'responses').map(({ body }) => body as Record<string, unknown>));
      }
    },
  };
}

export async function bareSalesforce(ready: Ready): Promise<BareSide> {
  const send = await sender(ready.salesforce, `${ready.salesforce}/services/oauth2/token`, ready.salesforceClient, {});
  const data = '/services/data/v62.0';
  const list = async (query: string, stored: (items: Record<string, unknown>[]) => Promise<void>) => {
    const all: Record<string, unknown>[] = [];
    for (let next: string | undefined = `${data}/query?q=${encodeURIComponent(query)}`; next; ) {
      const page: Record<string, unknown> = await send(next);
      const items = rowsOf(page, 'records');
      await stored(items);
      all.push(...items);
      next = page.nextRecordsUrl as string | undefined;
    }
    return all;
  };
  return {
    async read(stored) {
      const [contact, event] = await Promise.all([
        list('SELECT Id, FirstName, LastName, Email, Phone, Title, SystemModstamp FROM Contact', stored),
        list('SELECT Id, Subject, StartDateTime, EndDateTime, Location, Description, SystemModstamp FROM Event', stored),
      ]);
      return { contact, event };
    },
    async write(listed, stored) {
      const collections = [...parts(listed.contact.map(salesforceContact)), ...parts(listed.event.map(salesforceEvent))];
      for (let place = 0; place < collections.length; place += 5) {
        const compositeRequest = collections.slice(place, place + 5).map((records, index) => ({
          method: 'POST',
          url: `${data}/composite/sobjects`,
          referenceId: `part${index}`,
          body: { allOrNone: false, records },
        }));
        const answers = rowsOf(await send(`${data}/composite`, { compositeRequest }), 'compositeResponse');
        await stored(answers.flatMap(({ body }) => body as Record<string, unknown>[]));
      }
    },
  };
}

const parts = (records: object[]): object[][] =>
  Array.from({ length: Math.ceil(records.length / 200) }, (_, place) => records.slice(place * 200, place * 200 + 200));

const addressOf = (row: Record<string, unknown>): unknown =>
  (row.emailAddresses as { address: string }[] | undefined)?.[0]?.address ?? null;
const momentOf = (row: Record<string, unknown>, name: 'start' | 'end'): string =>
  `${(row[name] as { dateTime: string }).dateTime.slice(0, 19)}Z`;

const salesforceContact = (row: Record<string, unknown>): object => ({
  attributes: { type: 'Contact' },
  FirstName: row.givenName,
  LastName: row.surname,
  Email: addressOf(row),
  Title: row.jobTitle,
});
const salesforceEvent = (row: Record<string, unknown>): object => ({
  attributes: { type: 'Event' },
  Subject: row.subject,
  StartDateTime: momentOf(row, 'start'),
  EndDateTime: momentOf(row, 'end'),
});
const outlookContact = (row: Record<string, unknown>): object => ({
  givenName: row.FirstName,
  surname: row.LastName,
  emailAddresses: [{ address: row.Email, name: row.LastName }],
});
const outlookEvent = (row: Record<string, unknown>): object => ({
  subject: row.Subject,
  start: { dateTime: String(row.StartDateTime).slice(0, 19), timeZone: 'UTC' },
  end: { dateTime: String(row.EndDateTime).slice(0, 19), timeZone: 'UTC' },
});

export const sidesOf = (direction: Direction, outlook: BareSide, salesforce: BareSide): [BareSide, BareSide] =>
  direction === 'up' ? [outlook, salesforce] : [salesforce, outlook];
