/** What stands behind the administrator's other tabs: fetched as one file with the first of them. */
export { FindUser } from '../summary/index.ts';
export { OrganizationsTab } from './organizations-tab.tsx';
