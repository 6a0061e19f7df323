/** Somebody named by an item. */
export interface ItemPerson {
  email: string;
  name: string | null;
}

/**
 * The item that is open in Outlook, as far as the surface can know it: the task pane reads it from office.js, the side panel only the id
 * from the tab's address. What a surface cannot know is left out.
 */
export interface OpenItem {
  kind: 'message' | 'event' | 'contact';
  /** Outlook's id of the item, in the form of that surface (office.js gives EWS ids); null for one that was never saved. */
  id: string | null;
  subject: string | null;
  /** The sender or organizer first. Empty where only the id is known. */
  people: readonly ItemPerson[];
  /** Somebody is writing it: a message not sent, a meeting in the organizer's form. */
  composing?: boolean;
  isPrivate?: boolean;
  /** A series as such, or one meeting of it. */
  series?: 'whole' | 'one';
  /** Somebody else called the meeting. */
  invited?: boolean;
  /** The address of the mailbox that it lies in. */
  mailbox?: string;
}

/** Ends what a subscription began. */
export type Stop = () => void;

export interface ItemSource {
  get(): Promise<OpenItem | null>;
  /** Another item, or none, was opened. */
  onChanged(listener: () => void): Stop;
}
