/** A browser as small as it gets: follows redirects, keeps cookies, stops at the address that starts with `home`. */
export async function browse(
  start: string,
  home: string,
  form?: Record<string, string>,
  cookies = new Map<string, string>(),
): Promise<{ url: string; cookies: Map<string, string> }> {
  let url = start;
  let body = form && new URLSearchParams(form);
  for (;;) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) return { url, cookies };
    url = new URL(location, url).href;
    body = undefined;
    if (url.startsWith(home)) return { url, cookies };
  }
}
