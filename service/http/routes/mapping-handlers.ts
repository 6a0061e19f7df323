import { resolveSettings } from '../../../core/customization/index.ts';
import { applyRules, objectMaps, outlookExtras, type SalesforceField, standardTargets } from '../../../core/mapping/index.ts';
import { type MappingRule, type ObjectKind, objectKinds } from '../../../core/model/index.ts';
import type { Asked, Handlers } from '../handler.ts';
import { wallOf } from '../reach/index.ts';
import { checkMapping, describeOrg } from './check-mapping.ts';
import { reachLevel } from './reach-level.ts';

type Here = Pick<Asked<'GET /api/organizations/{id}/mapping'>, 'caller' | 'options'>;

const keyOf = (object: ObjectKind) => `${object}.mapping` as const;

/** The organization, its rules as they hold, and its Salesforce org as one of its users sees it. */
async function open(asked: Here, id: string, action: 'setting.read' | 'setting.update') {
  const place = await reachLevel(asked, 'organization', id, action);
  const described = await describeOrg(asked.options, { customerId: place.customerId, organizationId: id });
  const resolved = async () => resolveSettings(await asked.options.directory.settings(wallOf(asked.caller), place.chain));
  return { place, described, resolved };
}

function presentObject(object: ObjectKind, rules: readonly MappingRule[], org: readonly SalesforceField[]) {
  const standard = objectMaps[object];
  const now = new Map(applyRules(standard, rules).fields.map((field) => [field.name, field]));
  const targets = standardTargets[object];
  const moved = new Map(rules.flatMap((rule) => (rule.kind === 'target' ? [[rule.field, rule.salesforce]] : [])));
  return {
    object,
    sobject: standard.sobject,
    standard: standard.fields
      .filter(({ held }) => held === 'both')
      .map(({ name }) => {
        const field = now.get(name);
        const travels = field?.held === 'both' ? field.travels : ('none' as const);
        return { field: name, travels, salesforce: moved.get(name) ?? targets.get(name)?.salesforce ?? null };
      }),
    extras: [
      ...outlookExtras[object].map(({ name, travels }) => ({ name, travels })),
      ...standard.fields.filter(({ held }) => held === 'outlook').map(({ name }) => ({ name, travels: 'both' as const })),
    ],
    salesforceFields: org.map(({ name, label, type, length, custom, createable, updateable }) => {
      return { name, label, type, length, custom, writable: createable && updateable };
    }),
    rules: [...rules],
  };
}

export const mappingHandlers: Pick<Handlers, 'GET /api/organizations/{id}/mapping' | 'PUT /api/organizations/{id}/mapping/{object}'> = {
  'GET /api/organizations/{id}/mapping': async (asked) => {
    const { described, resolved } = await open(asked, asked.path.id, 'setting.read');
    const settings = await resolved();
    return {
      salesforceOrgId: described.salesforceOrgId,
      seenBy: described.userId,
      objects: objectKinds.map((object) => presentObject(object, settings[keyOf(object)].value, described.fields[object])),
    };
  },

  'PUT /api/organizations/{id}/mapping/{object}': async (asked) => {
    const { id, object } = asked.path;
    const { place, described } = await open(asked, id, 'setting.update');
    const rules = checkMapping(object, asked.body.rules, described, 'body.rules');
    const setting = { level: 'organization' as const, levelId: id, key: keyOf(object), value: rules, mayAdjust: false };
    const act = asked.act(place.customerId, 'settings-changed');
    await asked.options.directory.putSetting(wallOf(asked.caller), place.customerId, setting, act);
    return presentObject(object, rules, described.fields[object]);
  },
};
