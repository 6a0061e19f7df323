/** The parts of OpenAPI 3.1 that the comparison reads. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
}
export interface Operation {
  summary?: string;
  operationId?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses: Record<string, Content & { description?: string }>;
}
export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** A schema without references: what types it may have, and the branch that is not null. */
interface View {
  types: string[];
  plain: Schema;
}
type Look = (schema: Schema) => View;

const lookInto = (document: OpenApi): Look => {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').at(-1);
    if (name !== undefined) return resolve(document.components?.schemas?.[name] ?? {});
    if (schema.allOf === undefined) return schema;
    const parts = [...schema.allOf, { ...schema, allOf: undefined }].map(resolve);
    return {
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map((part) => part.properties)),
      required: parts.flatMap((part) => part.required ?? []),
    };
  };
  const branchesOf = (schema: Schema): Schema[] => {
    const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    return branches.length > 0 ? branches.flatMap((branch) => branchesOf(resolve(branch))) : [schema];
  };
  return (schema) => {
    const branches = branchesOf(resolve(schema));
    const typesOf = (one: Schema): string[] => (one.type === undefined ? [] : [one.type].flat());
    return {
      types: branches.flatMap(typesOf),
      plain: branches.find((one) => typesOf(one).some((type) => type !== 'null')) ?? resolve(schema),
    };
  };
};

interface Sides {
  old: Look;
  fresh: Look;
}

/** An answer may grow, never shrink: fields, their presence and their types stay. New words of an enumeration are additions. */
const compareAnswer = (where: string, before: Schema, after: Schema, sides: Sides): string[] => {
  const [{ types: oldTypes, plain: old }, { types: freshTypes, plain: fresh }] = [sides.old(before), sides.fresh(after)];
  const extra = freshTypes.filter((type) => oldTypes.length > 0 && !oldTypes.includes(type));
  const found = extra.length > 0 ? [`${where}: its type may now be ${extra.join(', ')}`] : [];
  for (const [name, schema] of Object.entries(old.properties ?? {})) {
    const next = fresh.properties?.[name];
    if (next === undefined) found.push(`${where}.${name}: gone`);
    else {
      if (old.required?.includes(name) && !fresh.required?.includes(name)) found.push(`${where}.${name}: may now be missing`);
      found.push(...compareAnswer(`${where}.${name}`, schema, next, sides));
    }
  }
  if (old.items && fresh.items) found.push(...compareAnswer(`${where}[]`, old.items, fresh.items, sides));
  return found;
};

/** What clients send may be taken more widely, never more narrowly. */
const compareSent = (where: string, before: Schema, after: Schema, sides: Sides): string[] => {
  const [{ types: oldTypes, plain: old }, { types: freshTypes, plain: fresh }] = [sides.old(before), sides.fresh(after)];
  const refused = oldTypes.filter((type) => freshTypes.length > 0 && !freshTypes.includes(type));
  const found = refused.length > 0 ? [`${where}: type ${refused.join(', ')} is no longer taken`] : [];
  const words = (old.enum ?? []).filter((word) => fresh.enum !== undefined && !fresh.enum.includes(word));
  if (words.length > 0 || (old.enum === undefined && fresh.enum !== undefined))
    found.push(`${where}: ${words.join(', ') || 'free text'} is no longer taken`);
  for (const name of fresh.required ?? []) if (!old.required?.includes(name)) found.push(`${where}.${name}: now needed`);
  for (const [name, schema] of Object.entries(old.properties ?? {})) {
    const next = fresh.properties?.[name];
    if (next === undefined) found.push(`${where}.${name}: gone, and unknown fields are refused`);
    else found.push(...compareSent(`${where}.${name}`, schema, next, sides));
  }
  return found;
};

const compareParameters = (where: string, before: Operation, after: Operation, sides: Sides): string[] => {
  const found: string[] = [];
  const same = (left: { name: string; in: string }) => (right: { name: string; in: string }) =>
    left.name === right.name && left.in === right.in;
  for (const old of before.parameters ?? []) {
    const fresh = after.parameters?.find(same(old));
    if (fresh === undefined) found.push(`${where}: parameter ${old.in}.${old.name} is gone`);
    else if (old.schema && fresh.schema) found.push(...compareSent(`${where} ${old.in}.${old.name}`, old.schema, fresh.schema, sides));
  }
  for (const fresh of after.parameters ?? []) {
    if (fresh.required && !before.parameters?.find(same(fresh))?.required)
      found.push(`${where}: parameter ${fresh.in}.${fresh.name} is now needed`);
  }
  return found;
};

const schemasOf = (content: Content | undefined): [string, Schema][] =>
  Object.entries(content?.content ?? {}).flatMap(([media, { schema }]) => (schema ? [[media, schema] as [string, Schema]] : []));

const compareOperation = (where: string, before: Operation, after: Operation, sides: Sides): string[] => {
  const found = compareParameters(where, before, after, sides);
  for (const [media, schema] of schemasOf(before.requestBody)) {
    const next = after.requestBody?.content?.[media]?.schema;
    if (next === undefined) found.push(`${where}: a body of ${media} is no longer taken`);
    else found.push(...compareSent(`${where} body`, schema, next, sides));
  }
  if (after.requestBody?.required && !before.requestBody) found.push(`${where}: a body is now needed`);
  for (const [status, answer] of Object.entries(before.responses).filter(([code]) => code.startsWith('2'))) {
    const next = after.responses[status];
    if (next === undefined) found.push(`${where}: ${status} is gone`);
    for (const [media, schema] of schemasOf(answer)) {
      const nextSchema = next?.content?.[media]?.schema;
      if (nextSchema) found.push(...compareAnswer(`${where} ${status}`, schema, nextSchema, sides));
      else if (next) found.push(`${where} ${status}: ${media} is gone`);
    }
  }
  return found;
};

/** What of `before` a client could rely on and `after` no longer keeps; empty where only things were added. */
export const findBreaks = (before: OpenApi, after: OpenApi): string[] => {
  const sides = { old: lookInto(before), fresh: lookInto(after) };
  return Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const where = `${method.toUpperCase()} ${path}`;
      const next = after.paths[path]?.[method];
      return next === undefined ? [`${where}: gone`] : compareOperation(where, operation, next, sides);
    }),
  );
};
