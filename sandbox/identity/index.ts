export { applications } from './applications.ts';
export { type Certificates, keepCertificates } from './certificate-authority.ts';
export { type Caller, createIdentity, type IdentityEmulator, type IdentityOptions } from './create-identity.ts';
export type { People, Person } from './person.ts';
export { graphAudience, ownAudience, type ResourceAddresses } from './resources.ts';
export { demoPassword, tenant } from './tenant.ts';
