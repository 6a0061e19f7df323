import type { ContactBody } from '../contacts/contact-body.ts';
import type { EventBody } from '../events/event-body.ts';
import type { TaskBody } from '../todo/task-body.ts';

/** A contact folder; `parent` is a folder number, 1 being the well-known folder Contacts. */
export interface FolderBody {
  displayName: string;
  parent: number;
}
export interface CalendarBody {
  name: string;
  color: string;
}
export interface TaskListBody {
  displayName: string;
}
/** Thin: what a mail client would show of a message. */
export type MessageBody = Record<string, unknown>;

export interface BodyOf {
  contacts: ContactBody;
  contactFolders: FolderBody;
  events: EventBody;
  calendars: CalendarBody;
  messages: MessageBody;
  mailFolders: FolderBody;
  todoLists: TaskListBody;
  todoTasks: TaskBody;
}
export type ItemsKind = keyof BodyOf;
export const itemsKinds: readonly ItemsKind[] = [
  'contacts',
  'contactFolders',
  'events',
  'calendars',
  'messages',
  'mailFolders',
  'todoLists',
  'todoTasks',
];
