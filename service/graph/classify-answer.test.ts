import { describe, expect, it } from 'vitest';
import { classifyAnswer, isLostPlace } from './classify-answer.ts';
import type { GraphAnswer } from './graph-request.ts';

const now = Date.parse('2026-11-22T09:00:00Z');
const context = { now, attempt: 1, random: 0.5 };
const answer = (status: number, code?: string, retryAfter: string | null = null): GraphAnswer => ({
  status,
  retryAfter,
  body: code === undefined ? undefined : { error: { code, message: 'as they say', innerError: { 'request-id': 'x' } } },
});

describe('an answer of Microsoft Graph', () => {
  it.each([
    [429, 'ApplicationThrottled', 'retry-at', 'mailbox'],
    [429, undefined, 'retry-at', 'mailbox'],
    [503, 'ErrorInternalServerTransientError', 'retry-at', 'mailbox'],
    [500, undefined, 'retry-at', 'mailbox'],
    [502, undefined, 'retry-at', 'mailbox'],
    [504, 'UnknownError', 'retry-at', 'mailbox'],
    [404, 'MailboxInfoStale', 'retry-at', 'mailbox'],
    [409, 'ErrorMailboxMoveInProgress', 'retry-at', 'mailbox'],
    [400, 'ErrorServerBusy', 'retry-at', 'mailbox'],
    [401, 'InvalidAuthenticationToken', 'sign-in', false],
    [401, undefined, 'sign-in', false],
    [403, 'ErrorAccessDenied', 'refused', 'mailbox'],
    [404, 'MailboxNotEnabledForRESTAPI', 'refused', 'mailbox'],
    [404, 'ResourceNotFound', 'refused', 'mailbox'],
    [404, 'Request_ResourceNotFound', 'refused', 'mailbox'],
    [404, 'ErrorItemNotFound', 'gone', undefined],
    [404, 'itemNotFound', 'gone', undefined],
    [404, undefined, 'refused', 'item'],
    [404, 'UnknownError', 'refused', 'item'],
    [409, 'ErrorIrresolvableConflict', 'conflict', undefined],
    [412, 'ErrorIrresolvableConflict', 'conflict', undefined],
    [400, 'ErrorInvalidIdMalformed', 'refused', 'item'],
    [400, 'RequestBroker--ParseUri', 'refused', 'item'],
    [400, 'ErrorOccurrenceCrossingBoundary', 'refused', 'item'],
    [413, undefined, 'refused', 'item'],
    [507, 'ErrorQuotaExceeded', 'refused', 'mailbox'],
    [403, 'ErrorQuotaExceeded', 'refused', 'mailbox'],
    [405, undefined, 'bug', undefined],
    [501, undefined, 'bug', undefined],
    [302, undefined, 'bug', undefined],
  ])('%i %s is %s', (status, code, kind, more) => {
    const error = classifyAnswer(answer(status, code), context);
    expect(error.kind).toBe(kind);
    if ('scope' in error) expect(error.scope).toBe(more);
    if ('final' in error) expect(error.final).toBe(more);
    expect(error.code).toBe(code ?? `http-${status}`);
  });

  it('keeps the provider’s code and words', () => {
    expect(classifyAnswer(answer(403, 'ErrorAccessDenied'), context)).toMatchObject({ code: 'ErrorAccessDenied', message: 'as they say' });
  });

  it('says when to come back, by Retry-After or by attempts', () => {
    expect(classifyAnswer(answer(429, 'x', '2.128'), context)).toMatchObject({ at: new Date(now + 2128).toISOString() });
    expect(classifyAnswer(answer(429, 'x'), { ...context, attempt: 3 })).toMatchObject({ at: new Date(now + 1500).toISOString() });
  });
});

describe('a place in a delta listing', () => {
  it.each([
    [410, undefined, true],
    [410, 'SyncStateNotFound', true],
    [400, 'syncStateNotFound', true],
    [404, 'SyncStateInvalid', true],
    [409, 'resyncRequired', true],
    [404, 'ErrorItemNotFound', false],
    [429, undefined, false],
    [200, undefined, false],
  ])('with %i %s is lost: %s', (status, code, lost) => {
    expect(isLostPlace(answer(status, code))).toBe(lost);
  });
});
