import { z } from 'zod';
import { SyncFailure } from '../../../core/model/index.ts';
import { askParts } from '../ask-parts.ts';
import { createSalesforceClient } from '../salesforce-client.ts';
import type { SalesforceAccess, SalesforceSettings } from '../salesforce-settings.ts';
import { queryPath } from '../soql.ts';

export interface TaskStatus {
  name: string;
  closed: boolean;
}

export type TaskStatuses = (settings: SalesforceSettings, access: SalesforceAccess) => Promise<readonly TaskStatus[] | undefined>;

const rows = z.object({ records: z.array(z.object({ ApiName: z.string(), IsClosed: z.boolean() })) });
const path = queryPath('SELECT ApiName, IsClosed FROM TaskStatus ORDER BY SortOrder', false);
/** A picklist changes when an administrator edits it: once a day is soon enough. */
const keptFor = 24 * 3_600_000;

/**
 * The statuses that a task may have in an org, asked once per org and day for all its mailboxes. Undefined where the org does not tell (no right,
 * no answer): the picklist that Salesforce delivers is taken then, and it is asked again by the next run.
 */
export function createTaskStatuses(): TaskStatuses {
  const known = new Map<string, { at: number; statuses: readonly TaskStatus[] }>();
  return async (settings, access) => {
    const now = settings.clock.now();
    const kept = known.get(access.orgId);
    if (kept && now - kept.at < keptFor) return kept.statuses;
    try {
      const client = createSalesforceClient(settings, access);
      const { parts } = await askParts({ client, settings, access }, [path]);
      const statuses = rows.parse(parts[0]?.body).records.map(({ ApiName, IsClosed }) => ({ name: ApiName, closed: IsClosed }));
      known.set(access.orgId, { at: now, statuses });
      return statuses;
    } catch (error) {
      if (error instanceof SyncFailure || error instanceof z.ZodError) return kept?.statuses;
      throw error;
    }
  };
}
