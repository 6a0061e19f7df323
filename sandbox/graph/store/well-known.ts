/** Numbers of the folders that every mailbox has; items of one's own start at 100. */
export const wellKnown = {
  folderTree: 0,
  contacts: 1,
  calendar: 2,
  /** To Do's lists: the default one, and the one that shows flagged mail and takes no task */
  tasks: 11,
  flaggedEmails: 12,
  firstOwn: 100,
} as const;

/** Mail folders by well-known name, in the order in which Outlook lists them. */
export const wellKnownMailFolders: readonly { name: string; no: number; displayName: string }[] = [
  { name: 'inbox', no: 3, displayName: 'Inbox' },
  { name: 'drafts', no: 4, displayName: 'Drafts' },
  { name: 'sentitems', no: 5, displayName: 'Sent Items' },
  { name: 'deleteditems', no: 6, displayName: 'Deleted Items' },
  { name: 'junkemail', no: 7, displayName: 'Junk Email' },
  { name: 'archive', no: 8, displayName: 'Archive' },
  { name: 'outbox', no: 9, displayName: 'Outbox' },
];
export const mailRoot = { name: 'msgfolderroot', no: 10, displayName: 'Top of Information Store' } as const;
