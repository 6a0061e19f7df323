import type { CalendarWindow, ObjectKind } from '../../core/model/index.ts';

/** What Salesforce wants differently for one object kind. */
export interface SalesforceObject {
  kind: ObjectKind;
  sobject: string;
  /** True of every record that is of interest at all, in every read; null for all. */
  always: string | null;
  /** Which of the records a first listing holds, beside being the user's own; null for all. */
  baseline(window: CalendarWindow): string | null;
  /** Field with the e-mail address to match by; null where there is none. */
  emailField: string | null;
  /** Field with the Message-ID of a mail. */
  messageField?: string;
  /** Field whose records one transaction locks together; rows with the same value are sent together. */
  lockField: string | null;
}

/** External id that Lockstep's package adds to every object it creates. */
export const keyField = 'Lockstep_Key__c';
