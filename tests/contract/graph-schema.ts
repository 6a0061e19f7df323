import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Microsoft's published material, where it lies beside the repository; tests that need it are skipped without. */
export const referenceData = resolve(process.env.LOCKSTEP_REFERENCE_DATA ?? join(import.meta.dirname, '../../../shared/data'));
export const hasReferenceData = existsSync(join(referenceData, 'msgraph-openapi.slim.json'));

type PathItem = Record<string, { responses?: Record<string, { $ref?: string; content?: Record<string, { schema: unknown }> }> }>;
interface OpenApi {
  paths: Record<string, PathItem>;
  components: object;
}

/** Says what is wrong with an answer by the OpenAPI description of its operation; undefined: nothing. */
export class GraphSchema {
  readonly #document: OpenApi;
  readonly #ajv: Ajv;
  readonly #templates: { segments: string[]; path: string }[];
  readonly #validators = new Map<string, ValidateFunction>();

  constructor() {
    this.#document = JSON.parse(readFileSync(join(referenceData, 'msgraph-openapi.slim.json'), 'utf8'));
    this.#ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    (addFormats as unknown as (ajv: Ajv) => void)(this.#ajv);
    this.#ajv.addSchema({ $id: 'graph', ...this.#document });
    this.#templates = Object.keys(this.#document.paths).map((path) => ({ path, segments: splitPath(path) }));
  }

  problems(method: string, url: string, status: number, body: unknown): string | undefined {
    const path = this.#find(url);
    const operation = path && this.#document.paths[path]?.[method.toLowerCase()];
    if (!operation) return `no operation ${method} ${url} in the description`;
    const key = status < 300 ? '2XX' : status < 500 ? '4XX' : '5XX';
    const found = operation.responses?.[String(status)] ?? operation.responses?.[key];
    if (!found) return `${method} ${path} does not describe status ${status}`;
    const pointer =
      found.$ref ??
      `#/paths/${pointerPart(path)}/${method.toLowerCase()}/responses/${operation.responses?.[String(status)] ? status : key}`;
    if (body === undefined) return undefined;
    const validate = this.#validator(pointer);
    return validate(body) ? undefined : `${method} ${url}: ${this.#ajv.errorsText(validate.errors?.slice(0, 5))}`;
  }

  #validator(pointer: string): ValidateFunction {
    const ref = `graph${pointer}/content/application~1json/schema`;
    const known = this.#validators.get(ref) ?? this.#ajv.compile({ $ref: ref });
    this.#validators.set(ref, known);
    return known;
  }

  #find(url: string): string | undefined {
    const segments = splitPath(url.split('?')[0] ?? '');
    const fits = (template: string[]) =>
      template.length === segments.length &&
      template.every((part, i) => part.startsWith('{') || part.toLowerCase() === segments[i]?.toLowerCase());
    const literals = (template: string[]) => template.filter((part) => !part.startsWith('{')).length;
    return this.#templates.filter(({ segments: template }) => fits(template)).sort((a, b) => literals(b.segments) - literals(a.segments))[0]
      ?.path;
  }
}

/** delta() and delta are one; arguments in parentheses are left out. */
function splitPath(path: string): string[] {
  return path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\(.*\)$/, ''));
}
function pointerPart(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}
