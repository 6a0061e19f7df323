/** The page of one organization. */
export { OrganizationPage } from './organization-page.tsx';
export { type OrganizationSection, readSection } from './sections.ts';
