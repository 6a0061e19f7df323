import type { Fields } from '../../model/index.ts';
import { cutDots, cutText } from '../words/cut-text.ts';
import { mailTaskLimits } from './fields.ts';

/** A mail as a Task of subtype Email: what Salesforce itself makes of one where Enhanced Email is off. */
export function mailToTask(mail: Fields): Record<string, unknown> {
  const who = firstPerson(mail);
  const lines = [
    ['From', mail.from ?? mail.fromName],
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Bcc', mail.bcc],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const text = typeof mail.bodyText === 'string' ? `\n\n${mail.bodyText}` : '';
  const body: Record<string, unknown> = {
    Subject: cutText(`Email: ${mail.subject ?? ''}`.trim(), mailTaskLimits.subject, cutDots),
    Description: cutText(`${lines.join('\n')}${text}`, mailTaskLimits.description),
    TaskSubtype: 'Email',
    Status: 'Completed',
    Priority: 'Normal',
  };
  if (typeof mail.date === 'string') body.ActivityDate = mail.date.slice(0, 10);
  if (who) body.WhoId = who;
  // A Lead is about nothing else.
  if (typeof mail.relatedToId === 'string' && who?.startsWith('00Q') !== true) body.WhatId = mail.relatedToId;
  return body;
}

/** A Task is about one Contact or Lead: the sender, else the first one it went to. */
function firstPerson(mail: Fields): string | null {
  const all = [mail.fromId, mail.toIds, mail.ccIds].flatMap((list) => (typeof list === 'string' ? list.split(';') : []));
  return all.find((id) => id.startsWith('003') || id.startsWith('00Q')) ?? null;
}
