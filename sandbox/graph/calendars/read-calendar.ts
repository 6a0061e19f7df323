import { GraphError } from '../http/graph-error.ts';
import { filledText, oneOf, readProperties } from '../odata/read-properties.ts';
import type { CalendarBody } from '../store/bodies.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import { wellKnown } from '../store/well-known.ts';

const color = oneOf(
  'auto',
  'lightBlue',
  'lightGreen',
  'lightOrange',
  'lightGray',
  'lightYellow',
  'lightTeal',
  'lightPink',
  'lightBrown',
  'lightRed',
  'maxColor',
);

export function readCalendar(body: unknown): Partial<CalendarBody> {
  return readProperties('calendar', body, { name: filledText, color }, [
    'id',
    'changeKey',
    'owner',
    'canEdit',
    'canShare',
    'isDefaultCalendar',
  ]);
}

export function checkCalendarName(mailbox: MailboxStore, name: string, self?: number): void {
  for (const row of mailbox.calendars.in(wellKnown.folderTree)) {
    if (row.no !== self && row.body.name.toLowerCase() === name.toLowerCase())
      throw new GraphError(
        409,
        'ErrorFolderExists',
        `A folder with the specified name already exists., Could not create folder '${name}'.`,
      );
  }
}
