import type { ProblemCode } from '../../../core/contract/index.ts';

/** Title, and what the reader can do. For people without our texts (curl, logs); surfaces take their words from core/text by the code. */
export const problemWords: Record<ProblemCode, { title: string; todo: string }> = {
  malformed_body: { title: 'The body is not JSON', todo: 'Send a body that is valid JSON (RFC 8259) in UTF-8.' },
  invalid_input: { title: 'Something in the request cannot be taken', todo: 'Correct what `errors` names and send it again.' },
  invalid_cursor: { title: 'This cursor was not made for this list', todo: 'Start at the first page, without `cursor`.' },
  return_address_not_allowed: {
    title: 'This return address is not known',
    todo: 'Have the operator add it to the allowed return addresses.',
  },
  not_signed_in: { title: 'Not signed in', todo: 'Sign in, and send the token as "Authorization: Bearer ...".' },
  session_ended: { title: 'This sign-in has ended', todo: 'Sign in again.' },
  sign_in_failed: { title: 'Address or password is not right', todo: 'Check both, and sign in again.' },
  refresh_reused: { title: 'A refresh token was used twice', todo: 'For safety this sign-in was ended everywhere. Sign in again.' },
  not_allowed: { title: 'Your role does not allow this', todo: 'Ask somebody whose role does.' },
  account_unknown: { title: 'Nobody here has this Microsoft account', todo: 'Ask your administrator to add you.' },
  account_disabled: { title: 'This account is switched off', todo: 'Ask your administrator.' },
  origin_not_allowed: { title: 'This page may not call the service', todo: "Have the operator add the page's origin to the allowed ones." },
  insecure_transport: { title: 'Plain HTTP is taken on this computer only', todo: 'Use https.' },
  not_found: { title: 'There is no such thing, or not for you', todo: 'Check the id.' },
  method_not_allowed: { title: 'This address does not take this method', todo: 'See /api/openapi.json.' },
  synchronization_off: { title: 'Synchronization is off', todo: 'Switch on what `reason` names.' },
  already_answered: { title: 'Somebody has answered this already', todo: 'Load the issue again.' },
  answer_not_possible: { title: 'This issue cannot be answered so', todo: 'Give one of the answers that the issue lists.' },
  setting_locked: { title: 'A wider level forbids adjusting this setting', todo: 'Ask who set it there.' },
  preview_needed: { title: 'The preview comes first', todo: 'Ask for a preview, wait until it is finished, and confirm that one.' },
  not_connected: { title: 'Not connected yet', todo: 'Connect mailbox and Salesforce first.' },
  connection_not_needed: {
    title: 'Nobody signs in for this connection',
    todo: 'It works by the access that an administrator gave to the whole company.',
  },
  connection_not_possible: {
    title: 'This connection cannot be made by signing in',
    todo: 'Ask whom `detail` names, or your administrator.',
  },
  other_person: {
    title: 'Somebody else signed in than the person of this mailbox',
    todo: 'Sign in with the account that belongs to the mailbox.',
  },
  salesforce_user_taken: {
    title: 'This Salesforce user belongs to another mailbox of the company already',
    todo: 'Sign in to Salesforce with your own user; two mailboxes on one user would write over each other.',
  },
  not_an_ordinary_user: {
    title: 'This person administers Lockstep',
    todo: 'Administrators delete their own sign-ins themselves.',
  },
  request_in_progress: { title: 'The first request with this Idempotency-Key still runs', todo: 'Wait a moment and send it again.' },
  job_in_progress: { title: 'Another job works in this mailbox', todo: 'Wait until the job that `detail` names has ended.' },
  body_too_large: { title: 'The body is too large', todo: 'Send at most 1 MB.' },
  unsupported_content_type: { title: 'This content type is not taken', todo: 'Send "Content-Type: application/json".' },
  idempotency_key_reused: { title: 'This Idempotency-Key was used for another request', todo: 'Use a fresh key for each new request.' },
  client_too_old: { title: 'This client is too old', todo: 'Update it to at least `minClient`.' },
  too_soon: { title: 'Too soon after the last synchronization', todo: 'Ask again at `retryAt`.' },
  too_many_requests: { title: 'Too many requests', todo: 'Ask again at `retryAt`.' },
  internal: { title: 'Something went wrong in the service', todo: 'Try again; if it stays, give `instance` to the operator.' },
  provider_failed: { title: 'Microsoft or Salesforce did not answer as expected', todo: 'Try again in a minute.' },
  database_away: {
    title: 'The database of the service is away',
    todo: 'Try again in some seconds; nothing is lost. If it stays, ask the operator.',
  },
  not_ready: { title: 'The service is still starting', todo: 'Try again in some seconds.' },
};
