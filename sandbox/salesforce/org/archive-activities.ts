import { toDatetime } from '../datetime.ts';
import type { Row } from '../schema/index.ts';
import type { Org } from './org.ts';

const day = 86_400_000;
const keptDays = 365;

/**
 * Salesforce archives activities a year after their due date: they stay readable by id and by queryAll, but no query lists them. The job
 * runs by itself and moves no stamps. Events by their due date; tasks when closed, by due date or else by creation.
 */
export function archiveActivities(org: Org): void {
  const edge = toDatetime(org.clock.now() - keptDays * day);
  archive(org, 'Event', (row) => String(row.StartDateTime) <= edge);
  archive(org, 'Task', (row) => row.Status === 'Completed' && String(row.ActivityDate ?? row.CreatedDate) < edge);
}

function archive(org: Org, typeName: string, isOld: (row: Row) => boolean): void {
  const type = org.type(typeName);
  const old = org
    .store(type)
    .rows()
    .filter((row) => row.IsArchived !== true && row.IsDeleted !== true && row.$visibleAt === undefined && isOld(row));
  for (const row of old) org.put(type, { ...row, IsArchived: true });
}
