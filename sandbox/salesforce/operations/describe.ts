import type { Answer, Call, Operation } from '../call.ts';
import { seenType } from '../org/index.ts';
import { childRelationship, type ObjectType, type Schema } from '../schema/index.ts';
import { describeField } from './describe-field.ts';
import { targetType } from './target.ts';

/** What global describe and an object's own describe both tell. */
function describeObject(type: ObjectType, base: string): Record<string, unknown> {
  const root = `${base}/sobjects/${type.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: type.createable,
    custom: type.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: type.deletable,
    deprecatedAndHidden: false,
    feedEnabled: ['Account', 'Case', 'Contact', 'Event', 'Lead', 'Opportunity', 'Task', 'User'].includes(type.name),
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: type.prefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: type.createable,
    mergeable: type.mergeable,
    mruEnabled: type.createable,
    name: type.name,
    queryable: type.queryable,
    replicateable: type.replicateable,
    retrieveable: type.queryable,
    searchable: type.createable,
    triggerable: type.createable && type.name !== 'EventRelation',
    undeletable: type.undeletable,
    updateable: type.updateable,
    urls: { rowTemplate: `${root}/{ID}`, describe: `${root}/describe`, sobject: root },
  };
}

function childRelationships(type: ObjectType, schema: Schema): Record<string, unknown>[] {
  return schema.types.flatMap((child) =>
    child.fields
      .filter((field) => field.referenceTo.includes(type.name))
      .map((field) => ({
        cascadeDelete: false,
        childSObject: child.name,
        deprecatedAndHidden: false,
        field: field.name,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: childRelationship(child, field) ?? null,
        restrictedDelete: false,
      })),
  );
}

/** A describe changes with the org's fields only; a client that has it is told so. */
function unlessKnown(call: Call, changed: number, body: () => unknown): Answer {
  const known = Date.parse(call.headers.get('If-Modified-Since') ?? '');
  const headers = { 'Last-Modified': new Date(changed).toUTCString() };
  return !Number.isNaN(known) && changed <= known ? { status: 304, headers } : { status: 200, body: body(), headers };
}

export const describeGlobal: Operation = {
  name: 'salesforce.describe',
  method: 'GET',
  path: 'sobjects',
  run(call, { org }) {
    return unlessKnown(call, org.schemaChanged, () => ({
      encoding: 'UTF-8',
      maxBatchSize: 200,
      sobjects: org.schema.shown.map((type) => describeObject(switched(type, org.settings.enhancedEmail), call.base)),
    }));
  },
};

export const describeOne: Operation = {
  name: 'salesforce.describe',
  method: 'GET',
  path: 'sobjects/:sobject/describe',
  run(call, { org }) {
    const type = seenType(org, call.user.id, switched(targetType(call, org), org.settings.enhancedEmail));
    return unlessKnown(call, org.schemaChanged, () => {
      const { urls, ...told } = describeObject(type, call.base);
      return {
        actionOverrides: [],
        ...told,
        childRelationships: childRelationships(type, org.schema),
        compactLayoutable: type.createable,
        fields: type.fields.map(describeField),
        namedLayoutInfos: [],
        networkScopeFieldName: null,
        recordTypeInfos: [
          {
            active: true,
            available: true,
            defaultRecordTypeMapping: true,
            developerName: 'Master',
            master: true,
            name: 'Master',
            recordTypeId: '012000000000000AAA',
            urls: {},
          },
        ],
        searchLayoutable: type.createable,
        supportedScopes: [
          { label: `All ${type.labelPlural.toLowerCase()}`, name: 'everything' },
          { label: `My ${type.labelPlural.toLowerCase()}`, name: 'mine' },
        ],
        urls,
      };
    });
  },
};

/** Without Enhanced Email an EmailMessage is made by cases only. */
const switched = (type: ObjectType, enhancedEmail: boolean | undefined): ObjectType =>
  type.name === 'EmailMessage' && enhancedEmail === false ? { ...type, createable: false } : type;

/** Basic information, with what this user saw lately (here: nothing). */
export const describeBasic: Operation = {
  name: 'salesforce.describe',
  method: 'GET',
  path: 'sobjects/:sobject',
  run(call, { org }) {
    return {
      status: 200,
      body: { objectDescribe: describeObject(switched(targetType(call, org), org.settings.enhancedEmail), call.base), recentItems: [] },
    };
  },
};
