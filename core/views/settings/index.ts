export { canTry } from './can-try.ts';
export { nameInFull } from './name-in-full.ts';
export { type Refusal, sayRefusal } from './say-refusal.ts';
export { SettingChanges } from './setting-changes.tsx';
export { SettingsCard } from './settings-card.tsx';
export { SettingsPage } from './settings-page.tsx';
export { TrialLine } from './trial-line.tsx';
export { TrySettings } from './try-settings.tsx';
export { useSayValue } from './use-say-value.ts';
