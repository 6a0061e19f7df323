import type { GraphRequest } from './graph-request.ts';

/**
 * The one place where a request to Graph gets its headers, alone or inside a $batch. ImmutableId must be on every one of them: an id
 * read without it dies when the item is moved (learn.microsoft.com/graph/outlook-immutable-id), and times are UTC only if asked for.
 */
const prefer = 'IdType="ImmutableId", odata.maxpagesize=1000, outlook.timezone="UTC"';

export interface BatchItem {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

export function buildBatchItem(id: string, request: GraphRequest): BatchItem {
  const item: BatchItem = { id, method: request.method, url: request.path, headers: headersOf(request) };
  if (request.body !== undefined) item.body = request.body;
  return item;
}

export function buildRequest(baseUrl: string, token: string, requestId: string, request: GraphRequest): { url: string; init: RequestInit } {
  const headers: Record<string, string> = {
    ...headersOf(request),
    Accept: 'application/json',
    Authorization: `Bearer ${token}`,
    'client-request-id': requestId,
  };
  const init: RequestInit = { method: request.method, headers, redirect: 'error' };
  if (request.body !== undefined) init.body = JSON.stringify(request.body);
  return { url: `${versionRoot(baseUrl)}${request.path}`, init };
}

export const versionRoot = (baseUrl: string): string => `${baseUrl.replace(/\/+$/, '')}/v1.0`;

function headersOf(request: GraphRequest): Record<string, string> {
  const headers: Record<string, string> = { Prefer: prefer };
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  if (request.ifMatch !== undefined) headers['If-Match'] = request.ifMatch;
  return headers;
}
