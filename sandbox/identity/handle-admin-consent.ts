import type { IncomingMessage, ServerResponse } from 'node:http';
import { AadstsError, describeAadsts } from './aadsts.ts';
import { applicationById } from './applications.ts';
import type { Consents } from './consents.ts';
import { consentPage, problemPage } from './pages/consent-page.ts';
import { readForm } from './read-form.ts';
import { sendHtml } from './send.ts';
import { tenant } from './tenant.ts';

/** /{tenant}/adminconsent?client_id&redirect_uri&state: the administrator agrees for everybody. */
export async function handleAdminConsent(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  consents: Consents,
  isAllowed: (uri: string) => boolean,
): Promise<void> {
  const application = applicationById(url.searchParams.get('client_id') ?? undefined);
  const redirect = url.searchParams.get('redirect_uri') ?? '';
  if (!application || !isAllowed(redirect)) {
    const failure = application
      ? new AadstsError(
          50011,
          `The redirect URI '${redirect}' specified in the request does not match the redirect URIs configured for the application.`,
        )
      : new AadstsError(
          700016,
          `Application with identifier '${url.searchParams.get('client_id') ?? ''}' was not found in the directory '${tenant.displayName}'.`,
        );
    sendHtml(response, 400, problemPage(describeAadsts(failure).body.error_description));
    return;
  }
  if (request.method !== 'POST') {
    const scopes = application.roles.length > 0 ? application.roles : ['access'];
    sendHtml(
      response,
      200,
      consentPage({ action: request.url ?? '', application: application.name, account: tenant.displayName, scopes, forOrganization: true }),
    );
    return;
  }
  const accepted = (await readForm(request)).get('consent') === 'accept';
  if (accepted) consents.grant(application.id, '*');
  const target = new URL(redirect);
  const answer: Record<string, string> = accepted
    ? { admin_consent: 'True', tenant: tenant.id }
    : { error: 'access_denied', error_description: 'AADSTS65004: The resource owner or authorization server denied the request.' };
  const state = url.searchParams.get('state');
  for (const [name, value] of Object.entries({ ...answer, ...(state === null ? {} : { state }) })) target.searchParams.set(name, value);
  response.writeHead(302, { location: target.href }).end();
}
