import type { Fields } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';
import { cutDots, cutText } from '../words/cut-text.ts';
import { taskLimits } from './fields.ts';
import { priorityToSalesforce } from './priority.ts';
import { statusToSalesforce } from './status.ts';

export function taskToSalesforce(changed: readonly string[], whole: Fields, context: MapContext): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const has = (name: string) => changed.includes(name) && whole[name] !== undefined;
  if (has('subject')) body.Subject = cut(whole.subject, taskLimits.subject, cutDots);
  if (has('description')) body.Description = cut(whole.description, taskLimits.description);
  if (has('due')) body.ActivityDate = whole.due;
  if (has('status')) body.Status = statusToSalesforce(whole.status, context.taskStatuses);
  if (has('priority')) body.Priority = priorityToSalesforce(whole.priority);
  return body;
}

function cut(value: unknown, max: number, mark?: string): string | null {
  return typeof value === 'string' ? cutText(value, max, mark) : null;
}
