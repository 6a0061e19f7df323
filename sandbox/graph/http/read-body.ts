import { GraphError } from './graph-error.ts';
import { refusals } from './refusals.ts';

const maxBytes = 4 * 1024 * 1024;

/** JSON of the request, undefined where there is none. Over 4 MB: 413, as Graph refuses it. */
export async function readBody(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const text = await request.text();
  if (text.length > maxBytes) throw tooLarge();
  if (text.trim() === '') return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!type.includes('json'))
    throw refusals.unreadableBody(
      `A supported MIME type could not be found that matches the content type of the request: '${type}'. Use application/json.`,
    );
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

function tooLarge(): GraphError {
  return new GraphError(413, 'RequestEntityTooLarge', 'The request body is larger than 4 MB.');
}
