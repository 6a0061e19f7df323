/** The page of one user, and what of it a person finds in the pane too. */
export { SessionPage } from './session-page.tsx';
export { StoredSignIns } from './stored-sign-ins.tsx';
export { UserPage } from './user-page.tsx';
