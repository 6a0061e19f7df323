import { expect, test } from 'vitest';
import { climbLadder, noFailures, parkFor, type SessionOutcome } from './index.ts';

const climb = (...outcomes: SessionOutcome[]) => {
  let count = noFailures;
  const suspended = outcomes.map((outcome) => {
    const step = climbLadder(count, outcome);
    count = step.count;
    return step.suspend;
  });
  return { count, suspended };
};

test('a final refusal suspends at once', () => expect(climb('refused-final').suspended).toEqual(['suspended-authorization']));
test('the sixth other authorization refusal in a row suspends', () => {
  expect(climb(...Array<SessionOutcome>(6).fill('refused')).suspended).toEqual([null, null, null, null, null, 'suspended-authorization']);
});
test('a success in between begins anew', () => {
  expect(climb('refused', 'refused', 'refused', 'succeeded', 'refused', 'refused', 'refused').suspended.every((one) => one === null)).toBe(
    true,
  );
});
test('another failure in between breaks the row of refusals, but not that of failed sessions', () => {
  const { count } = climb('refused', 'refused', 'failed', 'refused');
  expect(count).toEqual({ authorization: 1, sessions: 4 });
});
test('the tenth failed session in a row suspends, by throttling where that was the last cause', () => {
  expect(climb(...Array<SessionOutcome>(10).fill('failed')).suspended[9]).toBe('suspended-errors');
  expect(climb(...Array<SessionOutcome>(10).fill('throttled')).suspended[9]).toBe('suspended-throttling');
  expect(climb(...Array<SessionOutcome>(9).fill('failed')).suspended[8]).toBe(null);
});
test('a Salesforce org out of budget is parked 30 min, 2.5 h, 4.5 h, then 6.5 h each time', () => {
  const hours = [];
  for (let step = 0, turn = 0; turn < 5; turn += 1) {
    const park = parkFor(step);
    hours.push(park.milliseconds / 3_600_000);
    step = park.next;
  }
  // The fourth step is the last: `next` stays on it.
  expect(hours).toEqual([0.5, 2.5, 4.5, 6.5, 6.5]);
});
