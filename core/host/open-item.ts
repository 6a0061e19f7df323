/** Somebody named by an item. */
export interface ItemPerson {
  email: string;
  name: string | null;
}

/**
 * The item that is open in Outlook, as far as the surface can know it: the task pane reads its people from office.js, the side panel only
 * the id from the tab's address.
 */
export interface OpenItem {
  kind: 'message' | 'event' | 'contact';
  /** Outlook's id of the item; null for one that was never saved. */
  id: string | null;
  subject: string | null;
  /** The sender or organizer first. Empty where only the id is known. */
  people: readonly ItemPerson[];
}

/** Ends what a subscription began. */
export type Stop = () => void;

export interface ItemSource {
  get(): Promise<OpenItem | null>;
  /** Another item, or none, was opened. */
  onChanged(listener: () => void): Stop;
}
