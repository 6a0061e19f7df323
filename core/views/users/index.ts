/** The users list of the console. */
export { arrangeUsers, countStates, type UserColumn } from './arrange-users.ts';
export { UserList } from './user-list.tsx';
