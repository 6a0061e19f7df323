export interface Browsed {
  url: string;
  text: string;
  cookies: Map<string, string>;
}

/** A browser as small as it gets: follows redirects until `stopAt`, and keeps cookies. With a form it posts first. */
export async function browse(
  url: string,
  stopAt: string,
  form?: Record<string, string>,
  cookies = new Map<string, string>(),
): Promise<Browsed> {
  let target = url;
  let body: URLSearchParams | undefined = form && new URLSearchParams(form);
  for (;;) {
    const answer = await fetch(target, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) return { url: target, text: await answer.text(), cookies };
    target = new URL(location, target).href;
    body = undefined;
    if (target.startsWith(stopAt)) return { url: target, text: '', cookies };
  }
}
