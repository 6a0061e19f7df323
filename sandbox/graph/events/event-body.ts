/** What a mailbox keeps of an event. Times are UTC wall times with 7 decimals (all-day: midnight, meant in no zone). */
export interface EventBody {
  subject: string | null;
  body: KeptBody;
  start: string;
  end: string;
  originalStartTimeZone: string;
  originalEndTimeZone: string;
  isAllDay: boolean;
  location: Location;
  locations: Location[];
  attendees: Attendee[];
  organizer: Recipient;
  isOrganizer: boolean;
  isCancelled: boolean;
  responseStatus: ResponseStatus;
  categories: string[];
  showAs: string;
  sensitivity: string;
  importance: string;
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
  responseRequested: boolean;
  allowNewTimeProposals: boolean;
  hideAttendees: boolean;
  isOnlineMeeting: boolean;
  onlineMeetingProvider: string;
  onlineMeeting: { joinUrl: string } | null;
  transactionId: string | null;
  iCalUId: string;
  recurrence: Recurrence | null;
  /** of a series: originally planned days (days since 1970) that were cancelled */
  cancelled?: number[];
  /** of a series: what differs, by originally planned day */
  exceptions?: Record<number, ExceptionBody>;
  /** never kept: what tells an instance that was worked out from its series */
  occurrence?: Occurrence;
}
export type ExceptionBody = Partial<EventBody> & { seq: number; stamps?: Record<string, string> };
interface Occurrence {
  /** originally planned day, days since 1970 */
  day: number;
  /** originally planned start in UTC */
  planned: string;
  isException: boolean;
}
export interface KeptBody {
  contentType: 'html' | 'text';
  /** as written, without the page that Exchange puts around it */
  content: string;
}
export interface Recipient {
  emailAddress: { name: string; address: string };
}
export interface ResponseStatus {
  response: string;
  time: string;
}
export interface Attendee extends Recipient {
  type: string;
  status: ResponseStatus;
}
export type Location = Record<string, unknown> & { displayName: string };
export interface Recurrence {
  pattern: Record<string, unknown> & { type: string };
  range: Record<string, unknown> & { type: string; startDate: string; recurrenceTimeZone: string };
}
export const noTime = '0001-01-01T00:00:00Z';
