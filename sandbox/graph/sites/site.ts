/** A SharePoint site. */
export interface Site {
  /** "host,collection guid,web guid" */
  id: string;
  name: string;
  displayName: string;
  webUrl: string;
  /** directory ids; null: everybody of the tenant reads it */
  readers: string[] | null;
}

export interface SiteList {
  /** guid */
  id: string;
  siteId: string;
  displayName: string;
  /** "events", "genericList", "documentLibrary" ... */
  template: string;
}

/** Numbers count within a list; a deleted item keeps its row, for delta. */
export interface SiteItem {
  no: number;
  listId: string;
  /** history number within the list */
  seq: number;
  version: number;
  created: number;
  modified: number;
  deleted: boolean;
  fields: Record<string, unknown>;
}
