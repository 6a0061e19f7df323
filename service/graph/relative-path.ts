/**
 * A nextLink or deltaLink as a path under the version root, everything after it untouched: the links are opaque, and a $batch takes
 * relative addresses only. The host of a link is never followed: the access token goes to the configured address alone.
 */
export function relativePath(link: string): string {
  const path = /^(?:https?:\/\/[^/]+)?\/+v1\.0(\/.*)$/s.exec(link)?.[1];
  if (path === undefined) throw new TypeError('not a link of Microsoft Graph v1.0');
  return path;
}
