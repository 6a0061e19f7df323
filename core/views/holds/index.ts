/** What waits for an answer in all mailboxes of an organization or a customer. */
export { HoldList } from './hold-list.tsx';
