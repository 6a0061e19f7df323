import { z } from 'zod';

const item = z.looseObject({ id: z.string().optional(), Id: z.string().optional() });
const event = item.extend({ type: z.string().optional() });
const items = z.object({ items: z.array(item) });
const report = z.object({
  imported: z.record(z.string(), z.int()).default({}),
  refused: z.array(z.object({ file: z.string(), reason: z.string() })).default([]),
  partly: z.array(z.object({ file: z.string(), reason: z.string() })).default([]),
});

/** One kind of item on one side, as its owner's program would show it. */
export interface WorldItems {
  side: 'outlook' | 'salesforce';
  object: 'contact' | 'event' | 'task' | 'email' | 'account' | 'case';
  ids: string[];
  /** Meetings of series, which are items of a calendar only within a time: where partners of the other side may be, not counted here. */
  meetings?: string[];
}

/** Everything that can be synced and stands in the emulators now, asked of the world's control API. */
export async function readWorldItems(world: string): Promise<WorldItems[]> {
  const people = items.parse(await get(`${world}/users`)).items.map((person) => person.id ?? '');
  const kinds = [
    ['outlook', 'contact', 'contacts'],
    ['outlook', 'event', 'events'],
    ['outlook', 'task', 'tasks'],
    ['outlook', 'email', 'messages'],
    ['salesforce', 'contact', 'salesforce/Contact'],
    ['salesforce', 'event', 'salesforce/Event'],
    ['salesforce', 'task', 'salesforce/Task'],
    ['salesforce', 'email', 'salesforce/EmailMessage'],
    ['salesforce', 'account', 'salesforce/Account'],
    ['salesforce', 'case', 'salesforce/Case'],
  ] as const;
  const read = async ([side, object, path]: (typeof kinds)[number]): Promise<WorldItems> => {
    const lists = await Promise.all(people.map((id) => get(`${world}/users/${id}/${path}`)));
    const found = lists.flatMap((list) => items.parse(list).items);
    const meetings = path === 'events' ? await readMeetings(world, people) : [];
    return { side, object, ids: found.map((one) => one.id ?? one.Id ?? ''), meetings };
  };
  return Promise.all(kinds.map(read));
}

const day = 86_400_000;

/** Of every series the meetings of a year and a half around now. */
async function readMeetings(world: string, people: readonly string[]): Promise<string[]> {
  const { now } = z.object({ now: z.string() }).parse(await get(`${world}/clock`));
  const wall = (days: number) => new Date(Date.parse(now) + days * day).toISOString().slice(0, 19);
  const lists = await Promise.all(
    people.map(async (id) => {
      const { items: events } = z.object({ items: z.array(event) }).parse(await get(`${world}/users/${id}/events`));
      const series = events.filter((one) => one.type === 'seriesMaster');
      const found: string[] = [];
      for (const one of series) {
        const path = `${world}/users/${id}/events/${encodeURIComponent(one.id ?? '')}/instances?from=${wall(-90)}&to=${wall(450)}`;
        found.push(...items.parse(await get(path)).items.map((meeting) => meeting.id ?? ''));
      }
      return found;
    }),
  );
  return lists.flat();
}

/** What the import took and what it left out, with reasons. */
export const readImport = async (world: string) => report.parse(await get(`${world}/import`));

/** Operations that the emulators have answered since their counters were reset. */
export const readCounters = async (world: string) => z.record(z.string(), z.number()).parse(await get(`${world}/counters`));

async function get(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
