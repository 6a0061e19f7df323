import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventMap } from '../event/index.ts';
import { eventOfGraph, eventOfSalesforce, graphEvent } from '../testing/event-samples.ts';
import { mailbox } from '../testing/mailbox.ts';

const all = eventMap.fields.map(({ name }) => name);

describe('private appointments', () => {
  const secret = {
    subject: 'Zahnarzt Dr. Kowalczyk',
    location: { displayName: 'Praxis Lindenhof' },
    body: { contentType: 'html', content: '<p>Wurzelbehandlung</p>' },
    categories: ['Therapie'],
  };

  it.each(['private', 'personal', 'confidential', 'somethingNew'])(
    'of sensitivity %s keep their words and their time is taken',
    (sensitivity) => {
      const reading = eventMap.fromOutlook(graphEvent({ ...secret, sensitivity }), mailbox);
      expect(reading).toMatchObject({
        ok: true,
        fields: {
          subject: 'Private appointment',
          location: null,
          description: null,
          isPrivate: true,
          when: '2026-11-22T09:00:00Z/2026-11-22T10:00:00Z',
        },
        facts: { private: true, categories: [] },
      });
      expect(JSON.stringify(reading)).not.toMatch(/Kowal|Praxis|Wurzel|Therapie/);
    },
  );

  it('leak no run of four characters of their words', () => {
    const word = fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(word, word, word, fc.constantFrom('private', 'personal', 'confidential'), (subject, place, body, sensitivity) => {
        const raw = {
          subject,
          location: { displayName: place },
          body: { contentType: 'text', content: body },
          bodyPreview: body,
          categories: [place],
        };
        const empty = JSON.stringify(eventMap.fromOutlook(graphEvent({ sensitivity }), mailbox));
        const reading = JSON.stringify(eventMap.fromOutlook(graphEvent({ ...raw, sensitivity }), mailbox));
        for (const text of [subject, place, body]) {
          for (let at = 0; at + 4 <= text.length; at++) {
            const run = text.slice(at, at + 4);
            if (!empty.includes(run)) expect(reading).not.toContain(run);
          }
        }
        expect(reading).toBe(empty);
      }),
    );
  });

  it('are not written over with what Salesforce knows of them', () => {
    const whole = eventOfGraph({ ...secret, sensitivity: 'private' });
    const body = eventMap.toOutlook(['subject', 'location', 'when'], { ...whole, subject: 'X', location: 'Y' }, mailbox);
    expect(Object.keys(body).sort()).toEqual(['end', 'isAllDay', 'start']);
    expect(eventMap.leftOut('outlook', ['subject', 'location', 'when'], whole, mailbox)).toMatchObject([
      { field: 'subject', reason: 'private' },
      { field: 'location', reason: 'private' },
    ]);
  });

  it('are made private by Salesforce, never public', () => {
    const whole = eventOfGraph({});
    expect(eventMap.toOutlook(['isPrivate'], { ...whole, isPrivate: true }, mailbox)).toEqual({ sensitivity: 'private' });
    expect(eventMap.toOutlook(['isPrivate'], { ...whole, isPrivate: false }, mailbox)).toEqual({});
    expect(eventMap.leftOut('outlook', ['isPrivate'], { ...whole, isPrivate: false }, mailbox)).toMatchObject([
      { field: 'isPrivate', reason: 'private' },
    ]);
  });

  it('of Salesforce go down with their words, as private ones', () => {
    const fields = eventOfSalesforce({ Subject: 'Dentist', IsPrivate: true });
    expect(eventMap.toOutlook(all, fields, mailbox)).toMatchObject({ subject: 'Dentist', sensitivity: 'private' });
  });
});
