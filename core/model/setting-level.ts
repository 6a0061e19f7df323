import { z } from 'zod';

/** Levels on which a setting can be made, from the widest to the narrowest. */
export const settingLevels = ['plan', 'customer', 'organization', 'group', 'user'] as const;
export const settingLevel = z.enum(settingLevels);
export type SettingLevel = z.infer<typeof settingLevel>;
