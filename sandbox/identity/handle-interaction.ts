import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionDetails, Provider } from 'oidc-provider';
import { AadstsError, describeAadsts } from './aadsts.ts';
import { applicationById } from './applications.ts';
import type { Consents } from './consents.ts';
import { consentPage, problemPage } from './pages/consent-page.ts';
import { loginPage } from './pages/login-page.ts';
import { type People, type Person, personByAddress } from './person.ts';
import { readForm } from './read-form.ts';
import { offlineScope } from './read-scope.ts';
import { sendHtml } from './send.ts';
import { demoPassword } from './tenant.ts';

export interface InteractionParts {
  provider: Provider;
  people: People;
  consents: Consents;
}

/** GET and POST of /{tenant}/login/{uid}: who signs in, and whether they agree. */
export async function handleInteraction(request: IncomingMessage, response: ServerResponse, parts: InteractionParts): Promise<void> {
  let details: InteractionDetails;
  try {
    details = await parts.provider.interactionDetails(request, response);
  } catch {
    sendHtml(response, 400, problemPage('This sign-in was finished, or waited too long. Go back to the application and start again.'));
    return;
  }
  const form = request.method === 'POST' ? await readForm(request) : undefined;
  if (details.prompt.name === 'consent') await consent(request, response, parts, details, form);
  else await login(request, response, parts, details, form);
}

async function login(
  request: IncomingMessage,
  response: ServerResponse,
  parts: InteractionParts,
  details: InteractionDetails,
  form?: URLSearchParams,
): Promise<void> {
  let problem: string | undefined;
  if (form) {
    try {
      const accountId = checkCredentials(parts.people, form).id;
      await parts.provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false });
      return;
    } catch (failure) {
      if (!(failure instanceof AadstsError)) throw failure;
      problem = describeAadsts(failure).body.error_description;
    }
  }
  const people = [...parts.people.values()].map((person) => ({
    name: person.displayName ?? person.userPrincipalName,
    address: person.userPrincipalName,
  }));
  const page = loginPage({
    action: request.url ?? '',
    application: applicationById(details.params.client_id)?.name ?? '',
    people,
    hint: form?.get('email') ?? details.params.login_hint ?? '',
    problem,
  });
  sendHtml(response, 200, page);
}

/** A picked account needs no password: it is a sandbox. A typed one is checked, so that a wrong password can be shown. */
function checkCredentials(people: People, form: URLSearchParams): Person {
  const picked = form.get('account');
  const address = picked ?? form.get('email') ?? '';
  const person = personByAddress(people, address);
  if (!person)
    throw new AadstsError(
      50034,
      `The user account ${address} does not exist in the directory. To sign into this application, the account must be added to the directory.`,
    );
  if (!person.accountEnabled) throw new AadstsError(50057, 'The user account is disabled.');
  if (picked === null && form.get('password') !== demoPassword)
    throw new AadstsError(50126, 'Error validating credentials due to invalid username or password.');
  return person;
}

async function consent(
  request: IncomingMessage,
  response: ServerResponse,
  parts: InteractionParts,
  details: InteractionDetails,
  form?: URLSearchParams,
): Promise<void> {
  const clientId = details.params.client_id ?? '';
  const userId = details.session?.accountId ?? '';
  if (form?.get('consent') === 'accept') {
    parts.consents.grant(clientId, userId);
    await parts.provider.interactionFinished(request, response, { consent: {} }, { mergeWithLastSubmission: true });
    return;
  }
  if (form) {
    const declined = describeAadsts(new AadstsError(65004, 'User declined to consent to access the app.')).body;
    await parts.provider.interactionFinished(request, response, { error: declined.error, error_description: declined.error_description });
    return;
  }
  const scopes = (details.params.scope ?? '').split(' ').map((scope) => (scope === offlineScope ? 'offline_access' : scope));
  const account = parts.people.get(userId)?.userPrincipalName ?? '';
  sendHtml(response, 200, consentPage({ action: request.url ?? '', application: applicationById(clientId)?.name ?? '', account, scopes }));
}
