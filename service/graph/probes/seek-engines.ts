import { z } from 'zod';
import type { EngineSign, EngineSigns } from '../../../core/connectivity/index.ts';
import { askPaths } from '../ask-paths.ts';
import type { Outcome } from '../exchange.ts';
import { createGraphClient } from '../graph-client.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';

const named = z.object({ value: z.array(z.object({ displayName: z.string().nullish() })) });

const places = [
  { name: 'categories', kind: 'category', path: '/outlook/masterCategories' },
  { name: 'contact folders', kind: 'folder', path: '/contactFolders?$top=250&$select=displayName' },
  { name: 'mail folders', kind: 'folder', path: '/mailFolders?$top=250&$select=displayName' },
] as const;
/** Of the tenant, not of the mailbox. One page: who has more applications than that looks in Entra ID itself. */
const applications = {
  name: 'applications in Entra ID, which take the optional permission Application.Read.All',
  kind: 'application',
  path: '/servicePrincipals?$top=999&$select=displayName',
} as const;

/**
 * Looks for what other products leave in a mailbox and in its tenant, in one $batch. Each place fails alone: categories take a permission of their
 * own, and applications one that nothing else here needs.
 */
export async function seekEngines(settings: GraphSettings, access: GraphAccess): Promise<EngineSigns> {
  const user = `/users/${encodeURIComponent(access.mailbox)}`;
  const paths = [...places.map(({ path }) => user + path), applications.path];
  const outcomes = await askPaths(createGraphClient(settings, access), settings, access)(paths);
  const looked = [...places, applications].map((place, index) => ({ ...place, ...look(place.kind, outcomes[index]) }));
  return {
    signs: looked.flatMap(({ signs }) => signs),
    unread: looked.flatMap(({ name, refusal }) => (refusal === null ? [] : [`${name} (${refusal})`])),
    read: looked.flatMap(({ name, refusal }) => (refusal === null ? [name] : [])),
  };
}

function look(kind: 'category' | 'folder' | 'application', outcome: Outcome | undefined): { signs: EngineSign[]; refusal: string | null } {
  if (!outcome || 'error' in outcome) return { signs: [], refusal: outcome?.error.code ?? 'no answer' };
  const names = named.parse(outcome.answer.body).value.flatMap(({ displayName }) => displayName ?? []);
  return { signs: names.map((name) => ({ kind, name })), refusal: null };
}
