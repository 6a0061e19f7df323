import type { MailboxCall } from '../http/call.ts';
import { changeKey } from '../ids/change-key.ts';
import type { ItemType } from '../odata/item-type.ts';
import type { CalendarBody } from '../store/bodies.ts';
import type { Row } from '../store/row.ts';
import { wellKnown } from '../store/well-known.ts';
import { calendarId } from './calendar-id.ts';

export const calendarType: ItemType<CalendarBody> = {
  name: 'calendar',
  properties: new Set([
    'name',
    'color',
    'hexColor',
    'isDefaultCalendar',
    'changeKey',
    'canShare',
    'canViewPrivateItems',
    'canEdit',
    'isRemovable',
    'isTallyingResponses',
    'allowedOnlineMeetingProviders',
    'defaultOnlineMeetingProvider',
    'owner',
  ]),
  render: renderCalendar,
};

export function renderCalendar(call: MailboxCall, { no, seq, body }: Row<CalendarBody>): Record<string, unknown> {
  const user = call.store.users.get(call.mailbox.owner);
  const isDefaultCalendar = no === wellKnown.calendar;
  return {
    id: calendarId(call.mailbox, no),
    name: body.name,
    color: body.color,
    hexColor: '',
    isDefaultCalendar,
    changeKey: changeKey(call.mailbox.code, seq),
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: isDefaultCalendar,
    isRemovable: !isDefaultCalendar,
    owner: { name: user?.displayName ?? '', address: user?.mail ?? '' },
  };
}

/** The calendar by number; the default one has a row only once it was changed. */
export function calendarRow(call: MailboxCall, no: number): Row<CalendarBody> {
  const row = call.mailbox.calendars.get(no);
  if (row) return row;
  const body = { name: 'Calendar', color: 'auto' };
  return { no, owner: call.mailbox.owner, folder: wellKnown.folderTree, seq: 0, moves: 0, created: 0, modified: 0, body };
}
