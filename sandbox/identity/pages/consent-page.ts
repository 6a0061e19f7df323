import { escapeHtml, page } from './layout.ts';

export interface ConsentPage {
  action: string;
  application: string;
  account: string;
  scopes: string[];
  /** hidden fields that come back with the answer */
  fields?: Record<string, string>;
  forOrganization?: boolean;
}

export function consentPage({ action, application, account, scopes, fields = {}, forOrganization = false }: ConsentPage): string {
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return page(
    'Permissions requested',
    `<h1>Permissions requested${forOrganization ? ' for your organization' : ''}</h1><p>${escapeHtml(application)} (sandbox) would like, for ${escapeHtml(account)}:</p>
<ul>${scopes.map((scope) => `<li style="padding:.25rem .5rem">${escapeHtml(scope)}</li>`).join('')}</ul>
<form method="post" action="${escapeHtml(action)}">${hidden}<button name="consent" value="accept">Accept</button> <button class="no" name="consent" value="decline">Cancel</button></form>`,
  );
}

export function problemPage(text: string): string {
  return page('Sign in', `<h1>Sorry, but we’re having trouble signing you in.</h1><p role="alert">${escapeHtml(text)}</p>`);
}
