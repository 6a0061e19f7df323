import { createHash } from 'node:crypto';
import type { EventBody } from '../events/event-body.ts';

/** Teams writes its join block into the body of the event. */
function joinBlock(url: string): string {
  return `<br><div style="color:#252424; font-family:'Segoe UI'">________________________________________________________________________________<br><a href="${url}" id="meet_invite_block.action.join_link">Join the meeting now</a></div>`;
}

/** isOnlineMeeting on a new event makes a meeting: a join link, and a block with it in the body. */
export function startOnlineMeeting(event: EventBody): EventBody {
  if (!event.isOnlineMeeting) return event;
  const thread = createHash('sha256').update(event.iCalUId).digest('hex').slice(0, 32);
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0`;
  const content = `${event.body.content}${joinBlock(joinUrl)}`;
  return { ...event, onlineMeetingProvider: 'teamsForBusiness', onlineMeeting: { joinUrl }, body: { contentType: 'html', content } };
}

/**
 * Lays a PATCH over an event. Online is never turned off; but a body written without the join block loses the meeting, as the
 * documentation of event-update warns.
 */
export function holdOnlineMeeting(before: EventBody, written: Partial<EventBody>): EventBody {
  const after: EventBody = { ...before, ...written };
  if (!before.isOnlineMeeting) return after.isOnlineMeeting ? startOnlineMeeting(after) : after;
  after.isOnlineMeeting = true;
  const lost = written.body && before.onlineMeeting && !written.body.content.includes(before.onlineMeeting.joinUrl);
  if (lost) Object.assign(after, { onlineMeeting: null, isOnlineMeeting: false, onlineMeetingProvider: 'unknown' });
  return after;
}
