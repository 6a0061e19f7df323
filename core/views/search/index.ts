/** The field to search in, and the search for users that the service answers while somebody types. */
export { SearchField } from './search-field.tsx';
export { useFoundUsers } from './use-found-users.ts';
