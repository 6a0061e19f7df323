/** The users list of the console. */
export { arrangeUsers, countStates, type UserColumn } from './arrange-users.ts';
export { useFarUsers } from './use-far-users.ts';
export { UserList } from './user-list.tsx';
