import { expect, test } from 'vitest';
import type { LeadRecord } from '../ports/leads.ts';
import { goesOn } from './watch-leads.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const lead: LeadRecord = { id: '00Q1', name: 'Dana Ruiz', address: 'dana@guest.example', open: true, contactId: null };
const other: LeadRecord = { ...lead, id: '00Q2', address: 'ruiz@guest.example' };
const waiting = (at = '2026-11-26T11:30:00Z', leads = [lead, other]) => ({ remoteId: 'AAMk', leads, at });
const all = new Set(['00Q1', '00Q2']);
const seen = (...leads: LeadRecord[]) => new Map(leads.map((one) => [one.id, one]));

test.each([
  ['waits while its leads are open', waiting(), all, seen(lead, other), false],
  ['goes on when one is converted', waiting(), all, seen(lead, { ...other, open: false, contactId: '0031' }), true],
  ['goes on when one is gone, or out of sight', waiting(), all, seen(lead), true],
  ['goes on when one has another address', waiting(), all, seen(lead, { ...other, address: '' }), true],
  ['waits where no listing took them along', waiting(), all, null, false],
  ['goes on where none did for six hours', waiting('2026-11-26T06:00:00Z'), all, null, true],
  ['waits where one of them was not asked for', waiting(), new Set(['00Q1']), seen(), false],
  ['goes on where one was not asked for in six hours', waiting('2026-11-26T06:00:00Z'), new Set(['00Q1']), seen(lead), true],
])('%s', (_, one, asked, known, expected) => expect(goesOn(one, asked, known, now)).toBe(expected));
