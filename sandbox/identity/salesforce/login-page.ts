import type { Form } from './answer-token.ts';

const kept = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'code_challenge', 'code_challenge_method', 'prompt'];

/** The log-in and consent page in one; it needs nothing from elsewhere. */
export function loginPage(app: string, parameters: Form, problem: string | undefined): Response {
  const hidden = kept
    .map((name) => (parameters[name] ? `<input type="hidden" name="${name}" value="${escapeHtml(parameters[name])}">` : ''))
    .join('');
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Login | Salesforce (sandbox)</title>
<style>body{font:16px/1.5 system-ui;max-width:22rem;margin:4rem auto;padding:0 1rem}label,input,button{display:block;width:100%;box-sizing:border-box;margin:.4rem 0;font:inherit;padding:.4rem}label{padding:0}</style></head>
<body><h1>Log in</h1><p><strong>${escapeHtml(app)}</strong> asks to access your data and to keep that access (api, refresh_token).</p>
${problem ? `<p role="alert">${escapeHtml(problem)}</p>` : ''}
<form method="post" action="/services/oauth2/authorize">${hidden}
<label for="username">Username</label><input id="username" name="username" autocomplete="username" value="${escapeHtml(parameters.login_hint ?? '')}" required autofocus>
<label for="password">Password (any, in the sandbox)</label><input id="password" name="password" type="password" autocomplete="current-password">
<button id="Login" type="submit">Log in and allow</button>
<button type="submit" name="deny" value="1" formnovalidate>Deny</button></form></body></html>`;
  return new Response(html, { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
