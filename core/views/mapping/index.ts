/** The mapping of an organization: rules of its own, rehearsed before they are saved. */
export { OrganizationMapping } from './organization-mapping.tsx';
