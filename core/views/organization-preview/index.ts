/** The preview of a whole organization. */
export { OrganizationPreview } from './organization-preview.tsx';
