import { isSettingName, type SettingName, settingKeys } from '../../../core/customization/index.ts';
import { checkRules, objectMaps } from '../../../core/mapping/index.ts';
import type { Handlers } from '../handler.ts';
import { describeIssues, HttpProblem } from '../problems/index.ts';
import { reachLevel } from './reach-level.ts';

/** Each setting as it would be stored, or what is wrong with it: a rehearsal of nonsense would please nobody. */
function readSettings(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const errors = [];
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const where = `body.settings.${key}`;
    if (!isSettingName(key) || key.endsWith('.mapping')) {
      const names = (Object.keys(settingKeys) as SettingName[]).filter((name) => !name.endsWith('.mapping'));
      errors.push({ where, what: 'There is no such setting', todo: `Name one of: ${names.join(', ')}.` });
      continue;
    }
    const result = settingKeys[key].schema.safeParse(value);
    if (result.success) read[key] = result.data;
    else errors.push(...describeIssues(where, result.error));
  }
  if (errors.length > 0) throw new HttpProblem('invalid_input', 'These settings cannot be rehearsed.', { errors });
  return read;
}

export const rehearsalHandlers: Pick<Handlers, 'POST /api/organizations/{id}/rehearsal'> = {
  'POST /api/organizations/{id}/rehearsal': async (asked) => {
    const { customerId } = await reachLevel(asked, 'organization', asked.path.id, 'setting.update');
    const place = { customerId, organizationId: asked.path.id };
    const settings = readSettings(asked.body.settings);
    const mapping = asked.body.mapping ?? null;
    if (mapping) {
      const described = await asked.options.mapping.describe(place);
      if (!described.ok) throw new HttpProblem(described.code);
      const checked = checkRules(objectMaps[mapping.object], mapping.rules, described.fields[mapping.object]);
      if (!checked.ok) {
        const errors = checked.troubles.map(({ at, what, todo }) => ({ where: `body.mapping.rules.${at}`, what, todo }));
        throw new HttpProblem('invalid_input', 'These rules do not fit the Salesforce org of this organization.', { errors });
      }
      mapping.rules = checked.rules;
    }
    const answer = await asked.options.mapping.rehearse(place, { settings, mapping });
    if (!answer.ok) throw new HttpProblem(answer.code);
    return answer.rehearsal;
  },
};
