export { nameInFull } from './name-in-full.ts';
export { SettingChanges } from './setting-changes.tsx';
export { SettingsCard } from './settings-card.tsx';
export { SettingsPage } from './settings-page.tsx';
export { TrySettings } from './try-settings.tsx';
