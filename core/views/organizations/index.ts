/** Organizations with state and counts. */
export { type Organization, OrganizationList, useOrganizations } from './organization-list.tsx';
