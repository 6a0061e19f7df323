/** What an ordinary user's popup shows: fetched when it is known that the person looks after no other mailbox. */
export { StatusCard } from '../status/index.ts';
