import { z } from 'zod';
import type { EngineSign, EngineSigns } from '../../../core/connectivity/index.ts';
import { type Asking, askAgain } from '../ask-parts.ts';
import { type PartAnswer, sendComposite } from '../composite.ts';
import { firstError } from '../read-errors.ts';
import { queryPath, soqlText, soqlTime } from '../soql.ts';

const lately = 30 * 24 * 3_600_000;
const most = 200;

const text = z.string().nullish();
const page = <Shape extends z.ZodType>(record: Shape) => z.object({ records: z.array(record) });
const packages = page(z.object({ NamespacePrefix: text, Status: text }));
const permissions = page(z.object({ PermissionSet: z.object({ Name: z.string(), Label: text, NamespacePrefix: text }).nullish() }));
const assignments = page(z.object({ AssignedId: z.string() }));
const written = page(z.object({ CreatedBy: z.object({ Name: text }).nullish() }));

/** One place where other products show: a query, and what its records say. */
interface Place {
  name: string;
  soql: string;
  signs(body: unknown): EngineSign[];
}

/**
 * Looks for other products in five places, in one request. Each place fails alone: PackageLicense and permission sets take "View Setup",
 * UserEmailCalendarSync is an object only while Einstein Activity Capture is on, EmailMessage only with Enhanced Email.
 */
export async function seekEngines(asking: Asking): Promise<EngineSigns> {
  const places = placesOf(asking);
  const requests = places.map(({ soql }) => ({ method: 'GET' as const, path: queryPath(soql, false) }));
  const { parts } = await askAgain(asking, () => sendComposite(asking.client, requests));
  const looked = places.map((place, index) => ({ place, ...look(place, parts[index]) }));
  return {
    signs: looked.flatMap(({ signs }) => signs),
    unread: looked.flatMap(({ place, refusal }) => (refusal === null ? [] : [`${place.name} (${refusal})`])),
    read: looked.flatMap(({ place, refusal }) => (refusal === null ? [place.name] : [])),
  };
}

function look(place: Place, part: PartAnswer | undefined): { signs: EngineSign[]; refusal: string | null } {
  if (!part || part.status >= 300) return { signs: [], refusal: part ? firstError(part.status, part.body).code : 'no answer' };
  return { signs: place.signs(part.body), refusal: null };
}

function placesOf({ access, settings }: Asking): Place[] {
  const user = soqlText(access.userId);
  const since = soqlTime(settings.clock.now() - lately);
  const byOthers = `CreatedById != ${user} AND CreatedDate >= ${since} ORDER BY CreatedDate DESC LIMIT ${most}`;
  return [
    {
      name: 'PackageLicense',
      soql: `SELECT NamespacePrefix, Status FROM PackageLicense LIMIT ${most}`,
      signs: (body) =>
        packages
          .parse(body)
          .records.flatMap(({ NamespacePrefix, Status }) =>
            NamespacePrefix && Status !== 'Expired' ? [{ kind: 'package', namespace: NamespacePrefix }] : [],
          ),
    },
    {
      name: 'PermissionSetAssignment',
      soql: `SELECT PermissionSet.Name, PermissionSet.Label, PermissionSet.NamespacePrefix FROM PermissionSetAssignment WHERE AssigneeId = ${user} LIMIT ${most}`,
      signs: (body) =>
        permissions
          .parse(body)
          .records.flatMap(({ PermissionSet: set }): EngineSign[] =>
            set ? [{ kind: 'permission', name: set.Name, label: set.Label ?? null, namespace: set.NamespacePrefix ?? null }] : [],
          ),
    },
    {
      name: 'UserEmailCalendarSync',
      soql: `SELECT AssignedId FROM UserEmailCalendarSync WHERE AssignedId = ${user} OR AssignedId LIKE '00e%' LIMIT ${most}`,
      signs: (body) =>
        assignments
          .parse(body)
          .records.map(({ AssignedId }) => ({ kind: 'capture', of: AssignedId.startsWith('00e') ? 'profile' : 'user' })),
    },
    {
      name: 'Event',
      soql: `SELECT CreatedBy.Name FROM Event WHERE OwnerId = ${user} AND ${byOthers}`,
      signs: (body) => writers(body, 'meetings'),
    },
    {
      name: 'EmailMessage',
      soql: `SELECT CreatedBy.Name FROM EmailMessage WHERE ${byOthers}`,
      signs: (body) => writers(body, 'mails'),
    },
  ];
}

function writers(body: unknown, of: 'meetings' | 'mails'): EngineSign[] {
  const names = written.parse(body).records.flatMap(({ CreatedBy }) => CreatedBy?.Name ?? []);
  return [...Map.groupBy(names, (name) => name)].map(([name, made]) => ({ kind: 'writer', name, of, count: made.length }));
}
