export { findSites } from './find-sites.ts';
export { openSite } from './open-site.ts';
