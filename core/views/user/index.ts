/** The page of one user, and what of it a person finds in the pane too. */
export { StoredSignIns } from './stored-sign-ins.tsx';
export { UserPage } from './user-page.tsx';
