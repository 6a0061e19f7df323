import { createHash } from 'node:crypto';
import { GraphError } from '../http/graph-error.ts';
import { iso } from '../odata/iso.ts';
import type { SiteItem } from './site.ts';

const shape = /^fields(?:\(\$select=([A-Za-z0-9_,\s]+)\))?$/;

/** An item shows its fields only to who expands them, and then all of them unless some are named. */
export function itemPresenter(expand: string | undefined): (item: SiteItem) => Record<string, unknown> {
  const named = expand === undefined ? undefined : shape.exec(expand.trim());
  if (expand !== undefined && !named) throw new GraphError(400, 'invalidRequest', `The query option '$expand=${expand}' is not supported.`);
  const wanted = named?.[1]?.split(',').map((name) => name.trim());
  return (item) => {
    const shown = frame(item);
    if (!named) return shown;
    const all = { id: String(item.no), Created: shown.createdDateTime, Modified: shown.lastModifiedDateTime, ...item.fields };
    const fields = wanted ? Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name))) : all;
    return { ...shown, 'fields@odata.context': '$metadata#fields', fields: { '@odata.etag': shown.eTag, ...fields } };
  };
}

function frame(item: SiteItem) {
  const eTag = `"${guidOf(item)},${item.version}"`;
  return {
    '@odata.etag': eTag,
    createdDateTime: iso(item.created),
    eTag,
    id: String(item.no),
    lastModifiedDateTime: iso(item.modified),
    webUrl: `https://fernwood.sharepoint.example/Lists/${item.listId}/${item.no}_.000`,
    contentType: { id: '0x0102', name: 'Event' },
  };
}

function guidOf({ listId, no }: SiteItem): string {
  const hex = createHash('md5').update(`${listId}/${no}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
