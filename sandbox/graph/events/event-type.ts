import type { ItemType } from '../odata/item-type.ts';
import type { EventBody } from './event-body.ts';
import { eventReaders, eventReadOnly } from './event-readers.ts';
import { renderEvent } from './render-event.ts';

export const eventType: ItemType<EventBody> = {
  name: 'event',
  properties: new Set([...Object.keys(eventReaders), ...eventReadOnly]),
  render: renderEvent,
};
