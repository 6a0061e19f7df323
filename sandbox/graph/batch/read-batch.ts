import { refusals } from '../http/refusals.ts';
import { asObject } from '../odata/read-properties.ts';

export interface BatchItem {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  dependsOn: string[];
}
const most = 20;

/** Checks a $batch body: at most 20 requests, ids unique, urls relative, dependsOn known and without a circle. */
export function readBatch(body: unknown): BatchItem[] {
  const { requests } = asObject(body);
  if (!Array.isArray(requests)) throw refusals.badRequest("Invalid batch payload format: 'requests' is missing.");
  if (requests.length > most)
    throw refusals.badRequest(`Number of batch request steps exceeds the maximum value of ${most}; found ${requests.length}.`);
  const items = requests.map(readItem);
  const ids = new Set(items.map((item) => item.id));
  if (ids.size !== items.length) throw refusals.badRequest('Request ids of a batch must be unique.');
  const before = new Set<string>();
  for (const item of items) {
    for (const id of item.dependsOn) {
      if (!ids.has(id)) throw refusals.badRequest(`Request '${item.id}' depends on '${id}', which is not in the batch.`);
      if (!before.has(id)) throw refusals.badRequest(`Request '${item.id}' depends on '${id}', which must come before it.`);
    }
    before.add(item.id);
  }
  return items;
}

function readItem(value: unknown): BatchItem {
  const { id, method, url, headers = {}, body, dependsOn = [] } = asObject(value);
  if (typeof id !== 'string' || id === '') throw refusals.badRequest('Each request of a batch needs an id.');
  if (typeof method !== 'string') throw refusals.badRequest(`Request '${id}' of the batch has no method.`);
  if (typeof url !== 'string' || /^[a-z]+:\/\//i.test(url)) throw refusals.badRequest(`Request '${id}' of the batch needs a relative url.`);
  if (!Array.isArray(dependsOn)) throw refusals.badRequest(`dependsOn of request '${id}' must be a list of ids.`);
  const lower = Object.fromEntries(Object.entries(asObject(headers)).map(([name, text]) => [name.toLowerCase(), String(text)]));
  if (body !== undefined && body !== null && !lower['content-type']?.includes('json'))
    throw refusals.badRequest(`Request '${id}' has a body and needs headers with Content-Type: application/json.`);
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers: lower,
    body,
    dependsOn: dependsOn.map(String),
  };
}
