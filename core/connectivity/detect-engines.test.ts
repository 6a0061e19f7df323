import { describe, expect, it } from 'vitest';
import { detectEngines, type EngineSign } from './detect-engines.ts';
import { judgeEngines } from './judge-engines.ts';

const writer = (name: string, of: 'meetings' | 'mails' = 'meetings'): EngineSign => ({ kind: 'writer', name, of, count: 7 });
const permission = (name: string, label: string | null = null, namespace: string | null = null): EngineSign => ({
  kind: 'permission',
  name,
  label,
  namespace,
});
const folder = (name: string): EngineSign => ({ kind: 'folder', name });
const category = (name: string): EngineSign => ({ kind: 'category', name });
const seen = (...signs: EngineSign[]) => detectEngines(signs).map(({ key, confidence }) => `${key} ${confidence}`);

describe('a sign and the product it speaks of', () => {
  it.each<[EngineSign, string]>([
    [{ kind: 'capture', of: 'user' }, 'einstein-activity-capture certain'],
    [{ kind: 'capture', of: 'profile' }, 'einstein-activity-capture likely'],
    [permission('StandardEinsteinActivityCapture'), 'einstein-activity-capture possible'],
    [permission('X1', 'Standard Einstein Activity Capture'), 'einstein-activity-capture possible'],
    [folder('Salesforce_Sync'), 'lightning-sync likely'],
    [writer('Lightning Sync'), 'lightning-sync certain'],
    [writer('Riva Integration'), 'riva certain'],
    [writer('riva_svc'), 'riva certain'],
    [writer('RivaSync'), 'riva certain'],
    [writer('Riva', 'mails'), 'riva likely'],
    [writer('Cirrus Insight'), 'cirrus-insight certain'],
    [category('Cirrus Insight'), 'cirrus-insight likely'],
    [{ kind: 'package', namespace: 'CirrusInsight' }, 'cirrus-insight possible'],
    [{ kind: 'package', namespace: 'DaScoopComposer' }, 'groove possible'],
    [permission('Composer_User', 'Composer', 'DaScoopComposer'), 'groove possible'],
    [writer('Revenue Inbox'), 'revenue-grid certain'],
    [writer('LinkPoint Connect'), 'revenue-grid certain'],
    [writer('Mail Integration'), 'nameless certain'],
  ])('%j', (sign, expected) => {
    expect(seen(sign)).toEqual([expected]);
  });

  it.each<[string, EngineSign]>([
    ['a colleague', writer('Dana Ruiz')],
    ['a colleague called like a product', writer('Riva Patel')],
    ['somebody of a department called like a product', writer('Outreach Team')],
    ['a namespace of something else', { kind: 'package', namespace: 'npsp' }],
    ['a namespace that begins like a product', { kind: 'package', namespace: 'rivalry' }],
    ['our own category', category('Salesforce')],
    ['our own folder, which LinkPoint Connect has too', folder('Salesforce Emails')],
    ["a person's own folder", folder('Outreach')],
    ["a person's own category", category('Groove')],
    ['a permission set of the company', permission('Sales_Integration', 'Sales integration')],
  ])('nothing: %s', (_, sign) => {
    expect(seen(sign)).toEqual([]);
  });
});

it('takes two weak signs of different kinds for a better one, and two of one kind not', () => {
  const installed: EngineSign = { kind: 'package', namespace: 'DaScoopComposer' };
  expect(seen(installed, installed)).toEqual(['groove possible']);
  expect(seen(installed, permission('a', 'b', 'DaScoopComposer'))).toEqual(['groove likely']);
});

it('names each product once, the surest first', () => {
  expect(
    seen(permission('InboxWithEinsteinActivityCapture'), folder('Salesforce_Sync'), writer('Ebsta'), writer('Ebsta', 'mails')),
  ).toEqual(['ebsta certain', 'lightning-sync likely', 'einstein-activity-capture possible']);
});

describe('the step', () => {
  const judge = (signs: EngineSign[], unread: string[] = [], read = ['Event']) => judgeEngines({ signs, unread, read });

  it('is a finding where a product writes, with what was seen', () => {
    expect(judge([writer('Riva Integration')])).toEqual({
      result: 'warning',
      finding: 'other-engine',
      evidence: 'Riva, certain: 7 meetings created by Riva Integration in 30 days',
    });
  });
  it('tells what is merely installed and worries nobody', () => {
    const evidence = 'Einstein Activity Capture, possible: permission set StandardEinsteinActivityCapture';
    expect(judge([permission('StandardEinsteinActivityCapture')])).toEqual({ result: 'passed', evidence });
  });
  it('says where it looked, and what it could not see', () => {
    expect(judge([])).toEqual({ result: 'passed', evidence: 'none seen in Event' });
    expect(judge([], ['PackageLicense (INVALID_TYPE)'])).toEqual({
      result: 'passed',
      evidence: 'unknown, not readable: PackageLicense (INVALID_TYPE)',
    });
  });
  it('is left out, and not passed, where nothing could be read', () => {
    expect(judge([], ['Event (INVALID_TYPE)'], [])).toMatchObject({
      result: 'skipped',
      evidence: 'unknown, not readable: Event (INVALID_TYPE)',
    });
  });
  it('names no folder that speaks of nobody', () => {
    expect(judge([folder('Divorce'), category('Cirrus Insight')])).toMatchObject({
      evidence: 'Cirrus Insight, likely: category Cirrus Insight',
    });
  });
});
