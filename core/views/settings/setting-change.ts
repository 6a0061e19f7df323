import type { Item } from '../../contract/client/index.ts';

/** A change of one setting, as the change log of its level has it. */
export type SettingChange = Item<'GET /api/settings/{level}/{id}/changes'>;
