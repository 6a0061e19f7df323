import type { Fields } from '../../model/index.ts';
import type { LeftOut, MapContext } from '../object-map.ts';
import { isCut } from '../words/cut-text.ts';
import { windowsZone } from '../zones/index.ts';
import { readPriority } from './priority.ts';
import { statusFromOutlook } from './status.ts';

/** To Do takes no task without a title. */
export const untitled = 'Task without a subject';

export function taskToOutlook(changed: readonly string[], whole: Fields, context: MapContext): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const barred = taskLeftOutOfOutlook(changed, whole).map(({ field }) => field);
  const has = (name: string) => changed.includes(name) && whole[name] !== undefined && !barred.includes(name);
  if (has('subject')) body.title = whole.subject ?? untitled;
  if (has('description')) body.body = { contentType: 'text', content: whole.description ?? '' };
  if (has('due')) body.dueDateTime = typeof whole.due === 'string' ? midnight(whole.due, context) : null;
  if (has('status')) body.status = statusFromOutlook(String(whole.status));
  if (has('priority')) body.importance = readPriority(String(whole.priority));
  return body;
}

export function taskLeftOutOfOutlook(changed: readonly string[], whole: Fields): LeftOut[] {
  if (!changed.includes('description') || typeof whole.description !== 'string' || !isCut(whole.description)) return [];
  const message = 'Salesforce holds only the beginning of this text: an edit there is not copied, so that the rest in Outlook is not lost';
  return [{ field: 'description', reason: 'field-too-long', message, required: false }];
}

/** Midnight where the person is, as To Do itself writes it: midnight UTC shows as the day before in the west. */
function midnight(day: string, context: MapContext): Record<string, string> {
  return { dateTime: `${day}T00:00:00.0000000`, timeZone: windowsZone(context.zone) ?? 'UTC' };
}
