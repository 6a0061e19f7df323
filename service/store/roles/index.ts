export { connectOnce, explainConnection } from './connect-once.ts';
export { prepareDatabase } from './prepare-database.ts';
export { refuseUnsafeRoles } from './refuse-unsafe-roles.ts';
export { roleUrl } from './role-url.ts';
