import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../core/model/index.ts';
import { page } from './page.ts';
import { fieldOf, keepsInStep, type Row, rows, type State } from './rows.ts';

const all = [...rows()];
const name = ({ object, situation, tie, outlook, salesforce }: Row) => `${object}, ${situation.name}, ${tie}: ${outlook} / ${salesforce}`;
/** The rows that break a rule, by name: an empty list is what each test wants. */
const breaking = (broken: (row: Row) => boolean) => all.filter(broken).map(name);
const edited = (state: State) => state === 'changed' || state === 'changed alike';
const away = (state: State) => state === 'removed' || state === 'said to be removed';
const writesTo = ({ plan }: Row, side: string) => plan.intents.filter((intent) => intent.side === side);
const deletes = ({ plan }: Row) => plan.intents.filter((intent) => intent.operation === 'delete');
const stateOf = (row: Row, side: string) => (side === 'outlook' ? row.outlook : row.salesforce);
const other = (side: string) => (side === 'outlook' ? 'salesforce' : 'outlook');

it('is written down in docs/planner-table.md as it is (npm run planner-table)', () => {
  expect(readFileSync(new URL('../../docs/planner-table.md', import.meta.url), 'utf8')).toBe(page());
});

it('has thousands of rows, each decided by nothing but its input', () => {
  expect(all.length).toBeGreaterThan(5_000);
  expect(breaking((row) => JSON.stringify(row.plan) !== JSON.stringify(row.again))).toEqual([]);
});

describe('in every row', () => {
  it('a deletion travels only from a proven removal, of a linked pair, to a partner that nobody edited', () => {
    const proven = (row: Row, { side }: Intent) =>
      row.tie === 'linked' && stateOf(row, other(side)) === 'removed' && (stateOf(row, side) === 'same' || !keepsInStep(row.object));
    expect(breaking((row) => deletes(row).some((intent) => !proven(row, intent)))).toEqual([]);
    expect(all.filter((row) => deletes(row).length > 0).length).toBeGreaterThan(20);
  });

  it('an edit beats a deletion: what was edited is never deleted, and is made again where it may travel', () => {
    const met = all.filter(
      (row) =>
        keepsInStep(row.object) &&
        row.tie === 'linked' &&
        [row.outlook, row.salesforce].some(edited) &&
        [row.outlook, row.salesforce].includes('removed'),
    );
    expect(met.filter((row) => deletes(row).length > 0).map(name)).toEqual([]);
    const plain = met.filter((row) => row.situation.name.startsWith('as delivered'));
    expect(plain.filter((row) => !row.plan.intents.some((intent) => intent.operation === 'create')).map(name)).toEqual([]);
  });

  it('what cannot be read, or is only said to be gone, is written on neither side, and no link of it ends', () => {
    const unknown = (row: Row) => [row.outlook, row.salesforce].some((state) => state === 'unreadable' || state === 'said to be removed');
    expect(breaking((row) => unknown(row) && (row.plan.intents.length > 0 || row.plan.links.length > 0))).toEqual([]);
  });

  it('a link that ended stays ended, and nothing of it is made again; at most it is remembered that its item is private', () => {
    const alive = (row: Row) => row.plan.links.some((link) => link.state !== 'ended' || link.baseOutlook?.isPrivate !== true);
    expect(breaking((row) => row.tie === 'link ended' && (row.plan.intents.length > 0 || alive(row)))).toEqual([]);
  });

  it('what nobody changed, or both changed alike, is not written', () => {
    const agreed = (row: Row) => row.tie === 'linked' && row.outlook === row.salesforce && ['same', 'changed alike'].includes(row.outlook);
    expect(breaking((row) => agreed(row) && row.plan.intents.length > 0)).toEqual([]);
  });

  it('a field that only one side changed is not written back to that side', () => {
    const back = (row: Row) =>
      row.tie === 'linked' &&
      ((edited(row.outlook) && row.salesforce === 'same' && writesTo(row, 'outlook').length > 0) ||
        (edited(row.salesforce) && row.outlook === 'same' && writesTo(row, 'salesforce').length > 0));
    expect(breaking(back)).toEqual([]);
  });

  it('a side gets one write at most, to the version that was looked at, with a key where it creates', () => {
    expect(breaking((row) => ['outlook', 'salesforce'].some((side) => writesTo(row, side).length > 1))).toEqual([]);
    const aimed = (intent: Intent) =>
      intent.operation === 'create'
        ? intent.key !== null && intent.remoteId === null
        : intent.remoteId !== null && intent.expectedVersion !== null;
    expect(breaking((row) => !row.plan.intents.every(aimed))).toEqual([]);
  });

  it('nothing is left without a reason: each side that is there is decided on, unless its removal waits for proof', () => {
    const decided = (row: Row, side: string) =>
      row.plan.decisions.some((decision) => decision.side === side) || row.plan.issues.some((issue) => issue.side === side);
    const waits = (row: Row) =>
      away(row.outlook) || away(row.salesforce) || row.outlook === 'unreadable' || row.salesforce === 'unreadable';
    const there = (row: Row, side: string) => !['absent', 'removed', 'said to be removed'].includes(stateOf(row, side));
    expect(breaking((row) => !waits(row) && ['outlook', 'salesforce'].some((side) => there(row, side) && !decided(row, side)))).toEqual([]);
    expect(breaking((row) => (row.outlook === 'unreadable' || row.salesforce === 'unreadable') && row.plan.issues.length === 0)).toEqual(
      [],
    );
  });
});

describe('by setting', () => {
  const under = (part: string) => all.filter((row) => row.situation.name === part);
  const names = (broken: readonly Row[]) => broken.map(name);

  it('a direction that is off carries nothing, not even a deletion', () => {
    expect(names(under('nothing goes up').filter((row) => writesTo(row, 'salesforce').length > 0))).toEqual([]);
    expect(names(under('nothing comes down').filter((row) => writesTo(row, 'outlook').length > 0))).toEqual([]);
  });

  it('deletions that are off end the link and keep both', () => {
    const rowsOff = under('deletions do not travel');
    expect(names(rowsOff.filter((row) => deletes(row).length > 0))).toEqual([]);
    const kept = rowsOff.filter((row) => row.tie === 'linked' && row.outlook === 'removed' && row.salesforce === 'same');
    expect(kept.length).toBeGreaterThan(0);
    expect(names(kept.filter((row) => row.plan.links[0]?.state !== 'ended'))).toEqual([]);
  });

  it('both edited: the winner of the setting is written to the other side, and a question writes neither', () => {
    const both = (part: string) =>
      under(part).filter(
        (row) => keepsInStep(row.object) && row.tie === 'linked' && row.outlook === 'changed' && row.salesforce === 'changed',
      );
    const written = (part: string) =>
      new Set(both(part).map((row) => row.plan.intents.map((intent) => `${intent.operation} ${intent.side}`).join()));
    expect(written('the edit in Salesforce is the newer one')).toEqual(new Set(['update outlook']));
    expect(written('Outlook wins')).toEqual(new Set(['update salesforce']));
    expect(written('Salesforce wins')).toEqual(new Set(['update outlook']));
    expect(written('conflicts are asked about')).toEqual(new Set(['']));
    expect(names(both('conflicts are asked about').filter((row) => row.plan.issues[0]?.reason !== 'conflict'))).toEqual([]);
  });

  it('what nobody marked is not made in Salesforce', () => {
    const made = under('the category decides, and the item has none').filter((row) =>
      row.plan.intents.some((intent) => intent.side === 'salesforce' && intent.operation !== 'delete'),
    );
    expect(names(made.filter((row) => row.outlook !== 'removed'))).toEqual([]);
  });
});

describe('of meetings', () => {
  const under = (part: string) => all.filter((row) => row.situation.name.startsWith(part));
  it("an attendee's copy and a private appointment are never written, nor deleted, in Outlook", () => {
    // What stands in Salesforce alone has no copy in Outlook yet, so it may be created there.
    const touched = [...under("an attendee's copy"), ...under('private')].filter((row) =>
      writesTo(row, 'outlook').some((intent) => intent.operation !== 'create'),
    );
    expect(touched.map(name)).toEqual([]);
  });

  it('a private appointment is never made in Salesforce', () => {
    expect(
      under('private')
        .filter((row) => row.plan.intents.some((intent) => intent.side === 'salesforce' && intent.operation === 'create'))
        .map(name),
    ).toEqual([]);
  });

  it('the words of what is private go, whichever direction is off', () => {
    const turned = under('private').filter((row) => row.tie === 'linked' && row.outlook === 'changed' && row.salesforce === 'same');
    expect(turned.map((row) => row.plan.intents.map(({ operation, side }) => `${operation} ${side}`))).toEqual(
      turned.map(() => ['update salesforce']),
    );
    expect(turned).toHaveLength(2);
  });

  it('whoever a write would mail is named in it', () => {
    const meant = under('a meeting with guests').flatMap((row) =>
      writesTo(row, 'outlook').filter((intent) => intent.operation !== 'create'),
    );
    expect(meant.length).toBeGreaterThan(0);
    expect(meant.filter((intent) => !intent.recipients.includes('guest@other.example'))).toEqual([]);
  });

  it('the body of an online meeting is never written', () => {
    const written = under('an online meeting').flatMap((row) => writesTo(row, 'outlook').filter((intent) => intent.operation === 'update'));
    expect(written.filter((intent) => 'description' in (intent.fields ?? {}))).toEqual([]);
    expect(fieldOf('event', { name: '', field: 'description' })).toBe('description');
  });
});

it('a link that is written to and fro is stopped', () => {
  const turning = all.filter((row) => row.situation.writes && row.tie === 'linked');
  expect(turning.filter((row) => row.plan.intents.some((intent) => intent.operation === 'update')).map(name)).toEqual([]);
  expect(turning.filter((row) => row.plan.issues.some((issue) => issue.reason === 'loop-breaker')).length).toBeGreaterThan(0);
});
