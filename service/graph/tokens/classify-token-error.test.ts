import { expect, it } from 'vitest';
import { classifyTokenError } from './classify-token-error.ts';

it.each([
  [400, 'invalid_grant', 'AADSTS70008: The provided authorization code or refresh token has expired.', 'sign-in', true],
  [400, 'invalid_grant', 'AADSTS700082: The refresh token has expired due to inactivity.', 'sign-in', true],
  [400, 'invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked.', 'sign-in', true],
  [400, 'invalid_grant', 'AADSTS65001: The user or administrator has not consented.', 'sign-in', true],
  [400, 'interaction_required', 'AADSTS50076: You must use multi-factor authentication.', 'sign-in', true],
  [401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.', 'sign-in', false],
  [401, 'invalid_client', 'AADSTS7000222: The provided client secret keys are expired.', 'sign-in', false],
  [400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.', 'sign-in', false],
  [400, 'invalid_grant', 'AADSTS50196: The server terminated an operation because it encountered a loop.', 'retry-at', undefined],
  [400, 'temporarily_unavailable', 'AADSTS90033: A transient error has occurred.', 'retry-at', undefined],
  [503, 'http-503', 'Entra ID answered 503 unreadably.', 'retry-at', undefined],
  [429, 'slow_down', '', 'retry-at', undefined],
])('%i %s "%s" is %s', (status, error, description, kind, final) => {
  const told = classifyTokenError({ status, error, description: `${description}\r\nTrace ID: x` }, 0, 0.5);
  expect(told).toMatchObject({ kind, ...(final === undefined ? {} : { final }), message: description });
  expect(told.code).toBe(/AADSTS\d+/.exec(description)?.[0] ?? error);
});
