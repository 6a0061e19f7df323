import type { Site, SiteList } from './site.ts';

export function renderSite({ id, name, displayName, webUrl }: Site): Record<string, unknown> {
  return { id, name, displayName, webUrl, siteCollection: { hostname: id.split(',')[0] } };
}

export function renderList({ id, siteId, displayName, template }: SiteList): Record<string, unknown> {
  return {
    '@odata.etag': `"${id},1"`,
    id,
    name: displayName,
    displayName,
    parentReference: { siteId },
    list: { contentTypesEnabled: false, hidden: false, template },
  };
}
