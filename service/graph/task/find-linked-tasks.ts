import { z } from 'zod';
import type { Ask } from '../graph-object.ts';
import { relativePath } from '../relative-path.ts';
import { withQuery } from '../with-query.ts';
import { isOurs } from './linked-resource.ts';
import { listOf, placeTask } from './task-place.ts';

const link = z.object({ applicationName: z.string().nullish(), externalId: z.string().nullish() });
const task = z.looseObject({ id: z.string(), linkedResources: z.array(link).nullish() });
const page = z.object({ value: z.array(task), '@odata.nextLink': z.string().optional() });
/** 50,000 tasks; guards against a listing that goes round. */
const mostPages = 50;

/**
 * Tasks by the externalId of our link. To Do documents no $filter on linkedResources, so the one list in which Lockstep creates is read,
 * newest first, until every key is found: rare, as it follows a lost answer only.
 */
export async function findLinkedTasks(user: string, home: string, keys: readonly string[], ask: Ask): Promise<unknown[]> {
  const open = new Set(keys);
  const found = new Map<string, unknown>();
  const first = `${listOf(user, home)}/tasks`;
  let path: string | undefined = withQuery(first, { $expand: 'linkedResources', $orderby: 'createdDateTime desc' });
  for (let read = 0; path !== undefined && open.size > 0 && read < mostPages; read += 1) {
    const [body]: unknown[] = await ask([{ method: 'GET', path, repeatable: true }]);
    const { value, '@odata.nextLink': next } = page.parse(body);
    for (const one of value) {
      const key = one.linkedResources?.find(isOurs)?.externalId;
      if (key && open.delete(key)) found.set(key, placeTask(one, first));
    }
    path = next === undefined ? undefined : relativePath(next);
  }
  return keys.map((key) => found.get(key) ?? null);
}
