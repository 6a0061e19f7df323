import type { Facts, Fields } from '../../model/index.ts';

/** What a private appointment is called outside its mailbox. Fixed, so that it tells nothing and never changes with the language. */
const privateSubject = 'Private appointment';

/** Only 'normal' is public: a sensitivity that is not known yet counts as private. */
export function isPrivate(sensitivity: string | null | undefined): boolean {
  return sensitivity !== null && sensitivity !== undefined && sensitivity !== 'normal';
}

/** The fields whose content a private appointment keeps to itself. */
export const privateFields: readonly string[] = ['subject', 'location', 'description'];

/** The time is taken, and nothing else is said. Built from the few values that may pass, not by taking away the ones that may not. */
export function redactEvent(open: Pick<Fields, 'when' | 'showAs' | 'reminderMinutes'>): Fields {
  return {
    subject: privateSubject,
    location: null,
    description: null,
    when: open.when ?? null,
    showAs: open.showAs ?? null,
    isPrivate: true,
    reminderMinutes: open.reminderMinutes ?? null,
  };
}

/** Categories are words of the owner too. Addresses stay: the invitation guard must know whom a write would mail. */
export function redactFacts(facts: Facts): Facts {
  return { ...facts, categories: [], private: true };
}
