export { history } from './history.ts';
export { type ItemHistory, itemHistory } from './item-history.ts';
export { type SettingChangeRow, settingChanges } from './setting-changes.ts';
export { type UndoEnd, undoDesk } from './undo-desk.ts';
