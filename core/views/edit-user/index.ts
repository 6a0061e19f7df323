/** Editing a user: name, address, organization, plan. */
export { EditUser } from './edit-user.tsx';
