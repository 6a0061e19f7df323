import { z } from 'zod';
import { htmlToText } from '../html-to-text/index.ts';
import type { MapContext, Reading } from '../object-map.ts';
import { isoInstant } from '../reading/iso-instant.ts';
import { noFacts, readShape, unreadable } from '../reading/read-shape.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { cutText } from '../words/cut-text.ts';
import { zoneOf } from '../zones/index.ts';
import { taskLimits } from './fields.ts';
import { taskKey } from './key.ts';
import { readPriority } from './priority.ts';
import { readDue } from './read-due.ts';
import { statusFromOutlook } from './status.ts';

const text = z.string().nullish();
const taskShape = z.object({
  id: z.string().min(1),
  parentListId: text,
  lastModifiedDateTime: text,
  categories: z.array(z.string()).nullish(),
  title: text,
  body: z.object({ contentType: text, content: text }).nullish(),
  status: text,
  importance: text,
  dueDateTime: z.object({ dateTime: z.string().max(40), timeZone: z.string().max(200).nullish() }).nullish(),
});

export function taskFromOutlook(raw: unknown, context: MapContext): Reading {
  const read = readShape(taskShape, raw, 'outlook');
  if (!read.ok) return { ...read, facts: noFacts };
  const task = read.value;
  const modifiedAt = isoInstant(task.lastModifiedDateTime);
  const due = readDue(task.dueDateTime, zoneOf(context.zone));
  if (due === undefined) {
    return { ...unreadable('dueDateTime', 'Microsoft Graph sent a due date that is none'), facts: { ...noFacts, modifiedAt } };
  }
  const status = statusFromOutlook(task.status);
  const facts = {
    modifiedAt,
    keys: [`key:${taskKey(task.id, noFacts, context)}`],
    categories: task.categories ?? [],
    folder: task.parentListId ?? null,
    due,
    closed: status === 'completed',
  };
  const fields = {
    subject: cleanLine(task.title),
    description: readBody(task.body),
    due,
    status,
    priority: readPriority(task.importance),
  };
  return { ok: true, fields, facts };
}

function readBody(body: z.infer<typeof taskShape>['body']): string | null {
  const max = taskLimits.description;
  const isHtml = body?.contentType?.toLowerCase() === 'html';
  const description = cleanText(isHtml ? htmlToText(body?.content ?? '', max) : body?.content);
  return description && cutText(description, max);
}
