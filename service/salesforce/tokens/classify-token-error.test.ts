import { expect, it } from 'vitest';
import { classifyTokenError } from './classify-token-error.ts';

it.each([
  [400, 'invalid_grant', 'expired access/refresh token', 'sign-in', true, 'expired-token'],
  [400, 'invalid_grant', "user hasn't approved this consumer", 'sign-in', true, 'not-approved'],
  [400, 'invalid_grant', 'inactive user', 'sign-in', true, 'inactive_user'],
  [400, 'invalid_grant', 'inactive organization', 'sign-in', true, 'inactive_org'],
  [400, 'invalid_grant', 'authentication failure', 'sign-in', true, 'invalid_grant'],
  [400, 'invalid_client_id', 'client identifier invalid', 'sign-in', false, 'invalid_client_id'],
  [400, 'invalid_client', 'invalid client credentials', 'sign-in', false, 'invalid_client'],
  [400, 'invalid_grant', 'login rate exceeded', 'retry-at', undefined, 'invalid_grant'],
  [400, 'unknown_error', 'retry your request', 'retry-at', undefined, 'unknown_error'],
  [503, 'http-503', 'Salesforce answered 503 unreadably.', 'retry-at', undefined, 'http-503'],
])('%i %s "%s" is %s', (status, error, description, kind, final, code) => {
  const told = classifyTokenError({ status, error, description }, 0, 0.5);
  expect(told).toMatchObject({ kind, code, message: description, ...(final === undefined ? {} : { final }) });
});
