/** What the Prefer header asks for (RFC 7240); unknown preferences are ignored, as that RFC demands. */
export interface Preferences {
  immutableId: boolean;
  /** capped at 1000, as the service does without a word */
  pageSize: number | undefined;
  timeZone: string | undefined;
  textBody: boolean;
  /** preferences that were understood, for Preference-Applied */
  applied: string[];
}

const none: Preferences = { immutableId: false, pageSize: undefined, timeZone: undefined, textBody: false, applied: [] };
const maxPageSize = 1000;

export function readPreferences(header: string | undefined): Preferences {
  if (!header) return none;
  const found: Preferences = { ...none, applied: [] };
  for (const part of header.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
    const [name = '', raw = ''] = part.split(/=(.*)/s, 2).map((text) => text.trim());
    apply(found, name.toLowerCase(), raw.replace(/^["']|["']$/g, ''), part.trim());
  }
  return found;
}

function apply(found: Preferences, name: string, value: string, whole: string): void {
  if (name === 'idtype') found.immutableId = value.toLowerCase() === 'immutableid';
  else if (name === 'odata.maxpagesize') {
    const size = Number(value);
    if (!Number.isInteger(size) || size < 1) return;
    found.pageSize = Math.min(size, maxPageSize);
  } else if (name === 'outlook.timezone') found.timeZone = value;
  else if (name === 'outlook.body-content-type') found.textBody = value.toLowerCase() === 'text';
  else return;
  found.applied.push(whole);
}
