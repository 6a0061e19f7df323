/** A text literal: backslash and quote escaped, and what else SOQL gives an escape; nothing of it can end the literal. */
export function soqlText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** A dateTime literal in UTC, unquoted, from whatever spelling Salesforce answers ("…000+0000") or ISO 8601. */
export const soqlTime = (time: string | number): string => new Date(time).toISOString();

/** A date literal, unquoted. */
export const soqlDate = (time: string | number): string => soqlTime(time).slice(0, 10);

/** Path of a query; `all` also shows deleted and archived records (activities older than a year are archived). */
export const queryPath = (soql: string, all: boolean): string => `/${all ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}`;

/** Salesforce refuses URIs of more than 16,384 bytes; host and version root need their part. */
export const longestPath = 16_000;

/** Queries over lists of values of any length: as many as needed so that each path stays short enough. */
export function queriesOver(values: readonly string[], soql: (list: string) => string, all: boolean): string[] {
  const fixed = queryPath(soql(''), all).length;
  const paths: string[] = [];
  let list: string[] = [];
  let length = fixed;
  for (const literal of values.map(soqlText)) {
    const more = encodeURIComponent(`,${literal}`).length;
    if (list.length > 0 && length + more > longestPath) {
      paths.push(queryPath(soql(list.join(',')), all));
      list = [];
      length = fixed;
    }
    list.push(literal);
    length += more;
  }
  if (list.length > 0) paths.push(queryPath(soql(list.join(',')), all));
  return paths;
}
