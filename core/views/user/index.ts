/** The page of one user. */
export { UserPage } from './user-page.tsx';
