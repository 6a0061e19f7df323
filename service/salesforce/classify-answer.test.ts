import { describe, expect, it } from 'vitest';
import { classifyError } from './classify-answer.ts';
import { firstError } from './read-errors.ts';
import { readRowAnswers } from './read-row-answers.ts';

const now = Date.parse('2026-11-22T09:00:00Z');

describe('a refusal of Salesforce', () => {
  it.each([
    [403, 'REQUEST_LIMIT_EXCEEDED', 'retry-at', 'salesforce-org'],
    [200, 'UNABLE_TO_LOCK_ROW', 'retry-at', 'item'],
    [503, 'SERVER_UNAVAILABLE', 'retry-at', 'mailbox'],
    [500, 'UNKNOWN_EXCEPTION', 'retry-at', 'mailbox'],
    [502, 'HTTP_502', 'retry-at', 'mailbox'],
    [400, 'QUERY_TIMEOUT', 'retry-at', 'mailbox'],
    [401, 'INVALID_SESSION_ID', 'sign-in', false],
    [401, 'HTTP_401', 'sign-in', false],
    [404, 'NOT_FOUND', 'gone', undefined],
    [200, 'ENTITY_IS_DELETED', 'gone', undefined],
    [200, 'DUPLICATE_VALUE', 'refused', 'item'],
    [200, 'DUPLICATE_EXTERNAL_ID', 'refused', 'item'],
    [300, 'HTTP_300', 'refused', 'item'],
    [412, 'PRECONDITION_FAILED', 'conflict', undefined],
    [200, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'refused', 'item'],
    [200, 'DUPLICATES_DETECTED', 'refused', 'item'],
    [200, 'REQUIRED_FIELD_MISSING', 'refused', 'item'],
    [200, 'STRING_TOO_LONG', 'refused', 'item'],
    [200, 'INVALID_CROSS_REFERENCE_KEY', 'refused', 'item'],
    [200, 'INSUFFICIENT_ACCESS_OR_READONLY', 'refused', 'item'],
    [200, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'refused', 'item'],
    [403, 'API_DISABLED_FOR_ORG', 'refused', 'mailbox'],
    [403, 'INSUFFICIENT_ACCESS', 'refused', 'mailbox'],
    [200, 'STORAGE_LIMIT_EXCEEDED', 'refused', 'mailbox'],
    [400, 'INVALID_FIELD', 'refused', 'item'],
    [400, 'MALFORMED_QUERY', 'bug', undefined],
  ])('%i %s is %s', (status, code, kind, more) => {
    const error = classifyError({ status, code, message: 'as they say', fields: ['Title'] }, { now, random: 0.5 });
    expect(error).toMatchObject({ kind, code, message: 'as they say' });
    if ('scope' in error) expect(error.scope).toBe(more);
    if ('final' in error) expect(error.final).toBe(more);
    if (error.kind === 'refused') expect(error.fields).toEqual(['Title']);
  });

  it('is a conflict where two upserts of one key met, so that it is planned again', () => {
    const message = 'duplicate value found: Lockstep_Key__c duplicates value on record with id: 003000000000001';
    expect(classifyError({ status: 200, code: 'DUPLICATE_VALUE', message, fields: [] }, { now, random: 0 }).kind).toBe('conflict');
  });

  it('parks the whole org for half an hour where the daily requests are used up', () => {
    const error = classifyError({ status: 403, code: 'REQUEST_LIMIT_EXCEEDED', message: '', fields: [] }, { now, random: 0 });
    expect(error).toMatchObject({ at: '2026-11-22T09:30:00.000Z' });
  });

  it('is read from an array, from an object, or stood in for', () => {
    expect(firstError(400, [{ errorCode: 'INVALID_FIELD', message: 'No such column', fields: ['X'] }])).toEqual({
      status: 400,
      code: 'INVALID_FIELD',
      message: 'No such column',
      fields: ['X'],
    });
    expect(firstError(503, '<html>').code).toBe('HTTP_503');
  });
});

describe('rows of a collection', () => {
  it('take the first code and everybody’s words and fields', () => {
    const errors = [
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No poison.', fields: ['Title'] },
      { statusCode: 'STRING_TOO_LONG', message: 'Too long.', fields: ['Title', 'LastName'] },
    ];
    expect(
      readRowAnswers(
        [
          { success: false, errors },
          { id: '003', success: true, errors: [] },
        ],
        2,
      ),
    ).toEqual([
      { error: { status: 200, code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No poison. Too long.', fields: ['Title', 'LastName'] } },
      { id: '003' },
    ]);
  });

  it('are unreadable where they are not as many as were sent', () => {
    expect(readRowAnswers([{ id: '003', success: true, errors: [] }], 2)).toBeNull();
    expect(readRowAnswers('<html>', 1)).toBeNull();
  });
});
