import { beforeAll, expect, test } from 'vitest';
import { problemFieldCodes, problemStatus } from '../../core/contract/index.ts';
import { loadLanguage, locales, sayProblem } from '../../core/text/index.ts';

beforeAll(() => loadLanguage('de'));

const beside = locales.filter((locale) => locale !== 'en');

test.each(beside)('every code that a person can meet has its words in %s', (locale) => {
  const own = 'The own words of the service.';
  const codes = [...Object.keys(problemStatus), 'unexpected_answer'];
  const said = codes.map((code) => sayProblem({ code, detail: own }, locale));
  expect(codes.filter((_, place) => said[place] === own)).toEqual([]);
  expect(new Set(said).size).toBe(codes.length);
});

test.each(beside)('every rule that a field may break has its words in %s, with the field and what the rule names', (locale) => {
  const values = { expected: 'string', choices: 'a, b', limit: '7', format: 'email', twin: 'body.targets.0' };
  for (const code of problemFieldCodes) {
    const field = { where: 'body.name', what: 'Own words', todo: 'Correct it.', code, values };
    const said = sayProblem({ code: 'invalid_input', detail: '', errors: [field] }, locale);
    expect(said, code).toContain('„body.name“');
    expect(said, code).not.toMatch(/Own words|[{}]|undefined/);
  }
});

test('English, and a code that only a newer service knows, are said in the words of the service', () => {
  const problem = { code: 'name_taken', detail: 'There is a group "Sales" already.' };
  expect(sayProblem(problem, 'en')).toBe('There is a group "Sales" already.');
  expect(sayProblem({ ...problem, code: 'name_eclipsed' }, 'de')).toBe('There is a group "Sales" already.');
  const newer = { where: 'body.name', what: 'Eclipsed', code: 'field_eclipsed' };
  expect(sayProblem({ code: 'invalid_input', detail: '', errors: [newer] }, 'de')).toContain('body.name: Eclipsed');
});
