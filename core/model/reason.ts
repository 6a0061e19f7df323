/**
 * Why something stands as it stands: the closed list of reason codes. Every skipped item, held write, stopped mailbox and "Why?" carries
 * one of these, every one has its words in core/text, and the page shows the code that the engine recorded.
 */
export interface ReasonInfo {
  /** Who can change it. `us`: the people who run Lockstep. */
  who: 'user' | 'admin' | 'provider' | 'us';
  /**
   * `note`: as intended, nothing to do. `wait`: mends itself. `ask`: a person must decide or repair. `stop`: the mailbox does not sync
   * until it is repaired.
   */
  severity: 'note' | 'wait' | 'ask' | 'stop';
  /** What it is said of: one item, a mailbox, or a whole Salesforce org. */
  about: 'item' | 'mailbox' | 'salesforce-org';
}

const info = (about: ReasonInfo['about'], severity: ReasonInfo['severity'], who: ReasonInfo['who']): ReasonInfo => ({
  about,
  severity,
  who,
});

export const reasons = {
  // Gates of a mailbox: switched off on a level.
  'user-off': info('mailbox', 'note', 'user'),
  'organization-off': info('mailbox', 'note', 'admin'),
  'customer-off': info('mailbox', 'note', 'admin'),
  'plan-off': info('mailbox', 'note', 'admin'),
  'not-configured': info('mailbox', 'note', 'user'),
  'preview-waits': info('mailbox', 'stop', 'user'),
  'no-consent': info('mailbox', 'stop', 'admin'),
  // Suspended by the service after errors (decision 10).
  'suspended-authorization': info('mailbox', 'stop', 'user'),
  'suspended-throttling': info('mailbox', 'stop', 'admin'),
  'suspended-errors': info('mailbox', 'stop', 'admin'),
  'suspended-by-operator': info('mailbox', 'stop', 'us'),
  // Standing still for a while, by itself again later.
  'parked-throttled': info('mailbox', 'wait', 'provider'),
  'parked-quota': info('salesforce-org', 'wait', 'provider'),
  'parked-share': info('mailbox', 'wait', 'admin'),
  'parked-outage': info('mailbox', 'wait', 'provider'),
  // The way to a mailbox or to Salesforce.
  'sign-in-outlook': info('mailbox', 'stop', 'user'),
  'sign-in-salesforce': info('mailbox', 'stop', 'user'),
  'source-sign-in': info('mailbox', 'stop', 'user'),
  'mailbox-not-found': info('mailbox', 'stop', 'admin'),
  'mailbox-access-denied': info('mailbox', 'stop', 'admin'),
  'salesforce-user-inactive': info('mailbox', 'stop', 'admin'),
  'salesforce-api-disabled': info('mailbox', 'stop', 'admin'),
  'ews-blocked': info('mailbox', 'stop', 'admin'),
  'piece-refused': info('mailbox', 'ask', 'admin'),
  'folders-beyond': info('item', 'note', 'user'),
  late: info('mailbox', 'wait', 'us'),
  'very-late': info('mailbox', 'ask', 'us'),
  interrupted: info('mailbox', 'wait', 'us'),
  'last-session-failed': info('mailbox', 'wait', 'us'),
  'issues-open': info('mailbox', 'ask', 'user'),
  // Not yet, or in order.
  pending: info('item', 'wait', 'us'),
  'up-to-date': info('mailbox', 'note', 'us'),
  'first-sync': info('mailbox', 'wait', 'us'),
  running: info('mailbox', 'note', 'us'),
  // Not taken, by rule.
  'object-off': info('item', 'note', 'admin'),
  'direction-off': info('item', 'note', 'admin'),
  'not-triggered': info('item', 'note', 'user'),
  'out-of-scope': info('item', 'note', 'user'),
  'outside-window': info('item', 'note', 'admin'),
  'before-start': info('item', 'note', 'user'),
  private: info('item', 'note', 'user'),
  'attendee-copy': info('item', 'note', 'user'),
  'organizer-colleague': info('item', 'note', 'user'),
  'held-by-colleague': info('item', 'note', 'admin'),
  'meeting-goes-on': info('item', 'note', 'us'),
  'handed-over': info('item', 'note', 'us'),
  'not-yours': info('item', 'note', 'admin'),
  recurring: info('item', 'note', 'us'),
  'series-gone': info('item', 'note', 'us'),
  cancelled: info('item', 'note', 'user'),
  'excluded-by-user': info('item', 'note', 'user'),
  'excluded-by-admin': info('item', 'note', 'admin'),
  'no-match': info('item', 'note', 'user'),
  'open-lead': info('item', 'note', 'user'),
  draft: info('item', 'note', 'user'),
  'internal-only': info('item', 'note', 'admin'),
  'same-mail': info('item', 'note', 'user'),
  'saved-by-colleague': info('item', 'note', 'user'),
  'file-too-large': info('item', 'note', 'admin'),
  'file-not-readable': info('item', 'note', 'user'),
  'file-stays': info('item', 'note', 'admin'),
  'link-ended': info('item', 'note', 'user'),
  // Why something stays in a mailbox that is cleared.
  'not-ours': info('item', 'note', 'user'),
  'piece-not-empty': info('item', 'note', 'user'),
  // Decided and done.
  linked: info('item', 'note', 'us'),
  unchanged: info('item', 'note', 'us'),
  echo: info('item', 'note', 'us'),
  'new-on-outlook': info('item', 'note', 'us'),
  'new-on-salesforce': info('item', 'note', 'us'),
  'changed-on-outlook': info('item', 'note', 'us'),
  'changed-on-salesforce': info('item', 'note', 'us'),
  'changed-on-both': info('item', 'note', 'us'),
  'deleted-on-outlook': info('item', 'note', 'us'),
  'deleted-on-salesforce': info('item', 'note', 'us'),
  'deleted-on-both': info('item', 'note', 'us'),
  undone: info('item', 'note', 'us'),
  'already-undone': info('item', 'note', 'us'),
  'maybe-private': info('item', 'note', 'user'),
  'invitees-follow': info('item', 'note', 'user'),
  'changed-since': info('item', 'note', 'user'),
  'edit-beats-delete': info('item', 'note', 'us'),
  'deletions-off': info('item', 'note', 'admin'),
  // Waiting for a person.
  'duplicate-candidates': info('item', 'ask', 'user'),
  conflict: info('item', 'ask', 'user'),
  merged: info('item', 'ask', 'user'),
  'delete-brake': info('item', 'ask', 'user'),
  'invitation-guard': info('item', 'ask', 'admin'),
  'loop-breaker': info('item', 'ask', 'us'),
  'online-meeting-body': info('item', 'note', 'us'),
  // Refused by a provider, or not readable.
  unreadable: info('item', 'ask', 'us'),
  'field-required': info('item', 'ask', 'user'),
  'field-too-long': info('item', 'ask', 'user'),
  'refused-by-rule': info('item', 'ask', 'user'),
  'refused-as-duplicate': info('item', 'ask', 'user'),
  refused: info('item', 'ask', 'user'),
  'no-permission': info('item', 'ask', 'admin'),
  'private-in-salesforce': info('item', 'ask', 'admin'),
  'redaction-refused': info('item', 'ask', 'admin'),
  'field-hidden': info('item', 'ask', 'admin'),
  'field-read-only': info('item', 'ask', 'admin'),
  'owner-inactive': info('item', 'ask', 'admin'),
  'row-locked': info('item', 'wait', 'provider'),
  'changed-meanwhile': info('item', 'wait', 'us'),
  gone: info('item', 'note', 'us'),
  bug: info('item', 'ask', 'us'),
} as const satisfies Record<string, ReasonInfo>;

export type Reason = keyof typeof reasons;
export const reasonInfo = (reason: Reason): ReasonInfo => reasons[reason];
export const isReason = (text: string): text is Reason => Object.hasOwn(reasons, text);
