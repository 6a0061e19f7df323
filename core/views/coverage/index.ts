/** What reached Salesforce, and what did not. */
export { OrganizationCoverage } from './organization-coverage.tsx';
export { UserCoverage } from './user-coverage.tsx';
