/**
 * The name under which an intent and its journal entry carry another owner of a record. No map knows it, so it never travels; a write of it hands
 * the record over, and the pair is not kept in step from here any more.
 */
export const ownerField = 'owner';
