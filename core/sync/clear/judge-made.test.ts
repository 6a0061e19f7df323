import { describe, expect, test } from 'vitest';
import { base, facts, link, seen } from '../plan/plan-fixture.ts';
import { judgeMade, type MadeItem } from './judge-made.ts';

const made = (part: Partial<MadeItem> = {}): MadeItem => ({
  link: { ...link, madeByUs: 'outlook' },
  seen: null,
  travelledUp: false,
  ...part,
});
const untouched = seen('outlook', base);

describe('an item that Lockstep made', () => {
  const cases: [string, MadeItem, Parameters<typeof judgeMade>[1], ReturnType<typeof judgeMade>][] = [
    ['goes while nobody touched it', made(), untouched, null],
    ['also where Graph sends other properties since', made(), seen('outlook', { ...base, later: 'x' }), null],
    ['stays when a field differs', made(), seen('outlook', { ...base, description: 'mine' }), 'edit-beats-delete'],
    ['also one that is only read', made(), seen('outlook', { ...base, secondPhone: '1' }), 'edit-beats-delete'],
    ['stays when an edit went to Salesforce before', made({ travelledUp: true }), untouched, 'edit-beats-delete'],
    ['stays when nothing was ever agreed', made({ link: { ...link, baseOutlook: null } }), untouched, 'edit-beats-delete'],
    [
      'stays when a person made a series of it',
      made(),
      seen('outlook', base, { facts: facts('outlook', { type: 'seriesMaster' }) }),
      'edit-beats-delete',
    ],
    [
      'stays with people in it',
      made(),
      seen('outlook', base, { facts: facts('outlook', { attendees: ['kim@guest.example'] }) }),
      'invitation-guard',
    ],
    ['stays as an attendee’s copy', made(), seen('outlook', base, { facts: facts('outlook', { isOrganizer: false }) }), 'attendee-copy'],
    [
      'stays when it cannot be read',
      made(),
      seen('outlook', base, { fields: null, removed: false, problem: { reason: 'unreadable', field: null, message: '' } }),
      'unreadable',
    ],
  ];
  for (const [name, item, now, reason] of cases) test(name, () => expect(judgeMade(item, now)).toBe(reason));
});
