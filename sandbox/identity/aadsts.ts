import { randomUUID } from 'node:crypto';

/**
 * Entra ID's error envelope: the OAuth code for machines, AADSTS number and text for people.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const oauthCodes: Record<number, { error: string; status: number; suberror?: string }> = {
  28000: { error: 'invalid_request', status: 400 },
  50011: { error: 'invalid_request', status: 400 },
  50034: { error: 'invalid_grant', status: 400 },
  50057: { error: 'invalid_grant', status: 400 },
  50058: { error: 'login_required', status: 400 },
  50126: { error: 'invalid_grant', status: 400 },
  50173: { error: 'invalid_grant', status: 400, suberror: 'bad_token' },
  54005: { error: 'invalid_grant', status: 400 },
  65001: { error: 'invalid_grant', status: 400, suberror: 'consent_required' },
  65004: { error: 'access_denied', status: 400 },
  70000: { error: 'invalid_grant', status: 400, suberror: 'bad_token' },
  70003: { error: 'unsupported_grant_type', status: 400 },
  70011: { error: 'invalid_scope', status: 400 },
  700082: { error: 'invalid_grant', status: 400, suberror: 'token_expired' },
  70008: { error: 'invalid_grant', status: 400 },
  90002: { error: 'invalid_tenant', status: 400 },
  90013: { error: 'invalid_request', status: 400 },
  90014: { error: 'invalid_request', status: 400 },
  700016: { error: 'unauthorized_client', status: 400 },
  900144: { error: 'invalid_request', status: 400 },
  1002012: { error: 'invalid_scope', status: 400 },
  500011: { error: 'invalid_resource', status: 400 },
  501481: { error: 'invalid_grant', status: 400 },
  650053: { error: 'invalid_scope', status: 400 },
  7000215: { error: 'invalid_client', status: 401 },
  7000218: { error: 'invalid_client', status: 401 },
  7000222: { error: 'invalid_client', status: 401 },
  9002313: { error: 'invalid_request', status: 400 },
};

export class AadstsError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export interface AadstsBody {
  error: string;
  error_description: string;
  error_codes: number[];
  timestamp: string;
  trace_id: string;
  correlation_id: string;
  error_uri: string;
  suberror?: string;
}

export function describeAadsts(failure: AadstsError): { status: number; body: AadstsBody } {
  const { error, status, suberror } = oauthCodes[failure.code] ?? { error: 'invalid_request', status: 400 };
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const trace = randomUUID();
  const correlation = randomUUID();
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${failure.code}: ${failure.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [failure.code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${failure.code}`,
      ...(suberror === undefined ? {} : { suberror }),
    },
  };
}

/** oidc-provider's refusals in Entra ID's words. `detail` is what oidc-provider keeps for the log. */
export function toAadsts(error: string, detail: string, request: { grantType?: string; clientId?: string }): AadstsError {
  const rule = rules.find((candidate) => candidate.error === error && candidate.detail.test(detail));
  if (!rule) return new AadstsError(error === 'invalid_grant' ? 70000 : 9002313, `Invalid request. ${detail || error}.`);
  return new AadstsError(rule.code, rule.text.replace('{client}', request.clientId ?? '').replace('{grant}', request.grantType ?? ''));
}

const rules: { error: string; detail: RegExp; code: number; text: string }[] = [
  { error: 'invalid_grant', detail: /refresh token (is )?expired/, code: 700082, text: 'The refresh token has expired due to inactivity.' },
  {
    error: 'invalid_grant',
    detail: /refresh token already used/,
    code: 70000,
    text: 'Provided grant is invalid or malformed: the refresh token was already redeemed.',
  },
  { error: 'invalid_grant', detail: /refresh token/, code: 70000, text: 'Provided grant is invalid or malformed.' },
  {
    error: 'invalid_grant',
    detail: /code_verifier|PKCE/i,
    code: 501481,
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  {
    error: 'invalid_grant',
    detail: /already (been )?(consumed|used)/,
    code: 54005,
    text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  {
    error: 'invalid_grant',
    detail: /code.*expired/,
    code: 70008,
    text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  { error: 'invalid_grant', detail: /./, code: 70000, text: 'Provided grant is invalid or malformed.' },
  {
    error: 'invalid_client',
    detail: /client not found|client is invalid/i,
    code: 700016,
    text: "Application with identifier '{client}' was not found in the directory.",
  },
  {
    error: 'invalid_client',
    detail: /no client authentication|not provided|must be provided|expected/i,
    code: 7000218,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  {
    error: 'invalid_client',
    detail: /.*/,
    code: 7000215,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{client}'.",
  },
  { error: 'unsupported_grant_type', detail: /.*/, code: 70003, text: "The app requested an unsupported grant type '{grant}'." },
  {
    error: 'unauthorized_client',
    detail: /.*/,
    code: 700016,
    text: "Application with identifier '{client}' was not found in the directory.",
  },
  { error: 'invalid_scope', detail: /.*/, code: 70011, text: "The provided value for the input parameter 'scope' is not valid." },
  {
    error: 'invalid_redirect_uri',
    detail: /.*/,
    code: 50011,
    text: 'The redirect URI specified in the request does not match the redirect URIs configured for the application. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.',
  },
  { error: 'login_required', detail: /.*/, code: 50058, text: 'A silent sign-in request was sent but no user is signed in.' },
  {
    error: 'consent_required',
    detail: /.*/,
    code: 65001,
    text: 'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  },
  {
    error: 'interaction_required',
    detail: /.*/,
    code: 65001,
    text: 'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  },
];
