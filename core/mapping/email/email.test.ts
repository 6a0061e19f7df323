import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailbox } from '../testing/mailbox.ts';
import { mailMap, readBody } from './index.ts';
import { safeHtml } from './safe-html.ts';

const person = (address: string, name = address) => ({ emailAddress: { address, name } });
const mail = (more: Record<string, unknown> = {}) => ({
  id: 'AAMk1',
  subject: 'Offer',
  from: person('kim@guest.example', 'Kim'),
  toRecipients: [person(mailbox.addresses[0] ?? '')],
  internetMessageId: '<1@guest.example>',
  receivedDateTime: '2026-11-22T09:00:00Z',
  sentDateTime: '2026-11-22T08:59:00Z',
  ...more,
});
const read = (more: Record<string, unknown> = {}) => {
  const reading = mailMap.fromOutlook(mail(more), mailbox);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading;
};

describe('the frame of a mail', () => {
  it('tells what came in from what went out, and who is on it', () => {
    expect(read()).toMatchObject({
      fields: { subject: 'Offer', from: 'kim@guest.example', incoming: true, date: '2026-11-22T09:00:00.000Z' },
      facts: { keys: ['message:<1@guest.example>'], participants: ['kim@guest.example'], nameless: false, draft: false },
    });
    const sent = read({ from: person(mailbox.addresses[0] ?? ''), toRecipients: [person('kim@guest.example')] });
    expect(sent).toMatchObject({ fields: { incoming: false, date: '2026-11-22T08:59:00.000Z' } });
  });

  it.each([
    [{ internetMessageId: null }, { messageId: null }],
    [{ internetMessageId: 'with blank <x>' }, { messageId: null }],
    [{ subject: ' a\r\n\tb\u0000 ' }, { subject: 'a b' }],
    [{ receivedDateTime: '1600-01-01T00:00:00Z' }, { date: null }],
    [{ receivedDateTime: '4500-01-01T00:00:00Z' }, { date: null }],
    [{ from: null }, { from: null, incoming: true }],
    [{ from: { emailAddress: { name: 'List', address: 'no address' } } }, { from: null, fromName: 'List' }],
  ])('reads %j', (given, fields) => {
    expect(read(given).fields).toMatchObject(fields);
  });

  it('is one key for one Message-ID in whatever mailbox, and another for each mail without one', () => {
    const key = (context: typeof mailbox, remoteId: string, more = {}) => {
      const reading = mailMap.fromOutlook(mail(more), context);
      return mailMap.key(remoteId, reading.facts, context);
    };
    const other = { ...mailbox, mailboxId: 'other', tenantId: 'other' };
    expect(key(mailbox, 'a')).toBe(key(other, 'b'));
    expect(key(mailbox, 'a', { internetMessageId: null })).not.toBe(key(other, 'a', { internetMessageId: null }));
  });

  it('never holds a body, whatever Graph sends beside', () => {
    expect(JSON.stringify(read({ body: { contentType: 'text', content: 'secret' }, bodyPreview: 'secret' }))).not.toContain('secret');
  });
});

describe('the body', () => {
  it('keeps what is read and drops what runs, loads or tracks', () => {
    const html =
      '<html><head><title>t</title><style>p{}</style></head><body onload=x()><p style="color:red;background:url(http://x)">Hi</p><img src="http://x/1.gif"><script>x()</script><form><input></form></body></html>';
    expect(safeHtml(html, 1_000)).toEqual({ html: '<p style="color:red">Hi</p><span></span>', cut: false });
    expect(readBody({ contentType: 'HTML', content: html }).text).toBe('Hi');
  });

  it('of whatever HTML, at whatever length, is safe, whole and not longer than it may be', () => {
    const parts = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      'text ',
      '&amp;',
      '&#x26',
      '<a href="javascript:x">',
      '<script>',
      '</script>',
      '\u{1F600}',
      '<img src=//x>',
      '<div style="background:url(//x)">',
      '<svg onload=x>',
      '"\'>',
      '<!--',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 200 }), fc.integer({ min: 120, max: 2_000 }), (some, max) => {
        const { html } = safeHtml(some.join(''), max);
        expect(html.length).toBeLessThanOrEqual(max);
        expect(html).not.toMatch(/<(script|img|svg|iframe|form|style)|javascript:|onload|url\(/i);
        expect(html.isWellFormed()).toBe(true);
        expect(safeHtml(html, 10_000).html).toBe(html);
      }),
      { numRuns: 500 },
    );
  });

  it('that nests a hundred thousand deep, or never ends, takes no longer than others', () => {
    const deep = safeHtml(`${'<div title="<">'.repeat(30_000)}Hi <you> & me`, 131_072);
    expect(deep.html).toMatch(/Hi/);
    expect(deep.html.length).toBeLessThanOrEqual(131_072);
    expect(safeHtml(`<p>${'x'.repeat(3_000_000)}`, 131_072)).toMatchObject({ cut: true });
  });
});
