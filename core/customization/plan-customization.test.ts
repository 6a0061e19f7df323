import { describe, expect, test } from 'vitest';
import { type Piece, planCustomization, type RememberedPiece, type StandingPiece, wantedPieces } from './index.ts';

const category = (name = 'Salesforce'): Piece => ({ kind: 'category', name });
const folder = (name = 'Salesforce Contacts'): Piece => ({ kind: 'contact-folder', name });
const stands = (piece: Piece, remoteId: string, name = piece.name): StandingPiece => ({ ...piece, remoteId, name });
const known = (piece: Piece, remoteId: string | null, more: Partial<RememberedPiece> = {}): RememberedPiece => ({
  ...piece,
  remoteId,
  shownAs: piece.name,
  madeByUs: true,
  ...more,
});
const brief = (...given: Parameters<typeof planCustomization>) =>
  planCustomization(...given).map((step) => ('standing' in step ? `${step.do} ${step.standing.remoteId}` : step.do));

describe('what the settings want in a mailbox', () => {
  const every = { up: true, down: true };
  const settings = (triggers: Record<string, string>) => ({
    category: 'CRM',
    ...Object.fromEntries(
      Object.entries(triggers).flatMap(([object, trigger]) => [
        [`${object}.trigger`, trigger],
        [`${object}.up`, every.up],
        [`${object}.down`, every.down],
      ]),
    ),
  });
  const names = (given: Record<string, unknown>) => wantedPieces(given).map((piece) => `${piece.kind}: ${piece.name}`);

  test('nothing where everything travels', () => {
    expect(names(settings({ contact: 'everything', event: 'everything', task: 'everything' }))).toEqual([]);
  });
  test('the category alone for meetings, the object’s own place for others', () => {
    expect(names(settings({ contact: 'everything', event: 'category', task: 'everything' }))).toEqual(['category: CRM']);
    expect(names(settings({ contact: 'saved', task: 'category' }))).toEqual([
      'category: CRM',
      'contact-folder: CRM Contacts',
      'task-list: CRM Tasks',
    ]);
  });
  test('nothing for an object that is off both ways', () => {
    expect(names({ ...settings({ contact: 'category' }), 'contact.up': false, 'contact.down': false })).toEqual([]);
  });
});

describe('installing', () => {
  const cases: [string, Parameters<typeof planCustomization>, string[]][] = [
    ['an empty mailbox gets it', [[folder()], [], []], ['create']],
    ['what stands there is taken over, in any case', [[folder()], [stands(folder(), 'f1', 'SALESFORCE contacts')], []], ['adopt f1']],
    ['what is remembered stays', [[folder()], [stands(folder(), 'f1')], [known(folder(), 'f1')]], ['keep f1']],
    ['also renamed by a person', [[folder()], [stands(folder(), 'f1', 'My people')], [known(folder(), 'f1')]], ['keep f1']],
    [
      'also beside another of its name',
      [[folder()], [stands(folder(), 'f0'), stands(folder(), 'f1', 'My people')], [known(folder(), 'f1')]],
      ['keep f1'],
    ],
    ['what a person deleted comes back', [[folder()], [], [known(folder(), 'f1')]], ['create']],
    ['the settings’ new name is given to ours', [[folder('CRM')], [stands(folder(), 'f1')], [known(folder(), 'f1')]], ['rename f1']],
    ['but not to one that a person named', [[folder('CRM')], [stands(folder(), 'f1', 'My people')], [known(folder(), 'f1')]], ['keep f1']],
    [
      'nor to one that was there before us',
      [[folder('CRM')], [stands(folder(), 'f1')], [known(folder(), 'f1', { madeByUs: false })]],
      ['create'],
    ],
    [
      'another of the new name is taken over instead',
      [[folder('CRM')], [stands(folder(), 'f1'), stands(folder('CRM'), 'f2')], [known(folder(), 'f1')]],
      ['adopt f2'],
    ],
    [
      'a category has a new one in its place',
      [[category('CRM')], [stands(category(), 'c1')], [known(category(), 'c1')]],
      ['retire', 'create'],
    ],
    [
      'and a person’s category is left',
      [[category('CRM')], [stands(category(), 'c1')], [known(category(), 'c1', { madeByUs: false })]],
      ['create'],
    ],
  ];
  for (const [name, given, expected] of cases) test(name, () => expect(brief(...given)).toEqual(expected));

  test('what came of a making that was never answered is ours; what a person made is not', () => {
    const standing = [stands(folder(), 'f1')];
    expect(planCustomization([folder()], standing, [known(folder(), null)])).toMatchObject([{ do: 'adopt', madeByUs: true }]);
    expect(planCustomization([folder()], standing, [])).toMatchObject([{ do: 'adopt', madeByUs: false }]);
    expect(planCustomization([folder()], [], [known(folder(), null)])).toMatchObject([{ do: 'create', why: 'new' }]);
    expect(planCustomization([folder()], [], [known(folder(), 'gone')])).toMatchObject([{ do: 'create', why: 'restore' }]);
  });
});
