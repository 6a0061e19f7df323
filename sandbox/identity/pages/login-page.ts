import { demoPassword } from '../tenant.ts';
import { escapeHtml, page } from './layout.ts';

export interface LoginPage {
  action: string;
  application: string;
  people: { name: string; address: string }[];
  hint: string;
  problem?: string;
}

/** Choose an account, or type its address and password. */
export function loginPage({ action, application, people, hint, problem }: LoginPage): string {
  const accounts = people
    .map(
      ({ name, address }) =>
        `<li><button name="account" value="${escapeHtml(address)}">${escapeHtml(name)}<small>${escapeHtml(address)}</small></button></li>`,
    )
    .join('');
  return page(
    'Sign in to your account',
    `<h1>Sign in</h1><p>to continue to ${escapeHtml(application)} (sandbox)</p>
${problem === undefined ? '' : `<p role="alert">${escapeHtml(problem)}</p>`}
<form method="post" action="${escapeHtml(action)}">
<label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" value="${escapeHtml(hint)}">
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password">
<p><small>Everybody's password here is ${demoPassword}.</small></p>
<button name="sign-in" value="yes">Sign in</button></form>
<h2 style="font-size:1.1rem">Or pick an account</h2>
<form method="post" action="${escapeHtml(action)}"><ul>${accounts}</ul></form>`,
  );
}
