import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCoverageDesk } from '../../service/composition/coverage-desk.ts';
import { coverageBooks, rehearsalBooks } from '../../service/store/index.ts';
import { days, guest, minutes, openScene, outlookMail, outlookMeeting, type Scene } from '../scene/index.ts';

let scene: Scene;
const settings = { 'event.trigger': 'category', 'email.up': true, 'email.autoSave': true, 'exclude.domains': ['clinic.example'] };
beforeAll(async () => {
  scene = await openScene({ people: 2, settings });
  const [ann, bob] = scene.people;
  const now = scene.desk.clock.now();
  const meet = (subject: string, more: Record<string, unknown>) =>
    ann?.mailbox.addEvent(outlookMeeting(subject, now - 2 * days, { attendees: [guest('dana@guest.example')], ...more }));
  meet('Offer', { categories: ['Salesforce'] });
  meet('Review', {});
  meet('Doctor', { sensitivity: 'private' });
  const at = new Date(now + minutes).toISOString();
  for (const [subject, from] of [
    ['Test result', 'doctor@clinic.example'],
    ['Unknown', 'nobody@other.example'],
  ] as const)
    ann?.mailbox.addMessage(outlookMail(subject, from, { receivedDateTime: at, sentDateTime: at }));
  scene.advance(2 * minutes);
  meet('Inside', { attendees: [guest(bob?.address ?? '')] });
  await scene.settle(ann);
});
afterAll(() => scene.close());

const desk = () =>
  createCoverageDesk({
    books: coverageBooks(scene.store),
    facts: rehearsalBooks(scene.store).facts,
    now: () => scene.desk.clock.now(),
  });

it('says of a mailbox what reached Salesforce, and names the gap with its reason', async () => {
  const [mailbox] = await desk().of(scene.customerId, { userId: scene.people[0]!.userId, organizationId: null }, 4);
  expect(mailbox?.weeks).toMatchObject([
    {
      meetings: { total: 2, reached: 1 },
      mails: { total: 1, reached: 0 },
      more: 1,
      private: 1,
      gaps: [{ title: 'Review', people: ['dana@guest.example'], reason: 'not-triggered' }],
    },
  ]);
  expect(JSON.stringify(mailbox)).not.toMatch(/Doctor|Test result|Unknown|nobody@|clinic/);
});

it('says nothing of weeks that were not asked for, nor of other customers', async () => {
  scene.advance(40 * days);
  const own = { userId: scene.people[0]!.userId, organizationId: null };
  expect((await desk().of(scene.customerId, own, 4))[0]?.weeks).toEqual([]);
  expect(await desk().of('0190f2a4-0000-7000-8006-000000000099', own, 26)).toEqual([]);
});
