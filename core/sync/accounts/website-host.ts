/** The host of a website as people write it: with or without "https://", "www.", a port or a path. Lower case; '' where there is none. */
export function websiteHost(website: string | null | undefined): string {
  const text = (website ?? '').trim().toLowerCase();
  const [host = ''] = text.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').split(/[/?#:\s]/);
  return host.replace(/^www\./, '').replace(/\.$/, '');
}
