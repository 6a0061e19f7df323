/** What Lockstep puts into a mailbox so that a person can mark items for Salesforce; one of each kind at most. */
export const pieceKinds = ['category', 'contact-folder', 'task-list', 'mail-folder'] as const;
export type PieceKind = (typeof pieceKinds)[number];
