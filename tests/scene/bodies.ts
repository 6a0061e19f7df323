/** Bodies as people type them, in each provider's own words. */
export function outlookContact(first: string, last: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const address = `${first}.${last}@guest.example`.toLowerCase();
  return {
    givenName: first,
    surname: last,
    displayName: `${first} ${last}`,
    emailAddresses: [{ name: `${first} ${last}`, address }],
    ...more,
  };
}

export function salesforceContact(first: string, last: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { FirstName: first, LastName: last, Email: `${first}.${last}@guest.example`.toLowerCase(), ...more };
}

/** An hour from `start` (milliseconds, cut to the minute). */
export function outlookMeeting(subject: string, start: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  const from = Math.floor(start / 60_000) * 60_000;
  return { subject, start: local(from), end: local(from + 3_600_000), ...more };
}

export function salesforceMeeting(subject: string, start: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  const from = Math.floor(start / 60_000) * 60_000;
  return { Subject: subject, StartDateTime: new Date(from).toISOString(), EndDateTime: new Date(from + 3_600_000).toISOString(), ...more };
}

export const guest = (address: string) => ({ type: 'required', emailAddress: { address, name: address } });

const local = (milliseconds: number) => ({ dateTime: new Date(milliseconds).toISOString().replace('Z', ''), timeZone: 'UTC' });

export const recipient = (address: string) => ({ emailAddress: { address, name: address } });

/** A mail from outside, as it arrives. */
export function outlookMail(subject: string, from: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject,
    body: { contentType: 'html', content: `<p>${subject}</p>` },
    from: recipient(from),
    sender: recipient(from),
    toRecipients: [recipient('ann@lockstep.example')],
    internetMessageId: `<${subject.replaceAll(/\W+/g, '-').toLowerCase()}@mail.example>`,
    ...more,
  };
}

/** An hour each week from `start`, on the same day of the week, so many times. */
export function outlookSeries(subject: string, start: number, times: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...outlookMeeting(subject, start), recurrence: weekly(start, times), ...more };
}

/** Graph's rule for it; without `times` it has no end. */
export function weekly(start: number, times?: number): Record<string, unknown> {
  const day = new Date(start);
  const range = times === undefined ? { type: 'noEnd' } : { type: 'numbered', numberOfOccurrences: times };
  return {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekDays[day.getUTCDay()]], firstDayOfWeek: 'monday' },
    range: { ...range, startDate: day.toISOString().slice(0, 10) },
  };
}

const weekDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
