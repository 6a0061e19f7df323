/** The conflict inbox: what both sides changed. */
export { ConflictList } from './conflict-list.tsx';
export { nameField } from './name-field.ts';
export { showValue } from './show-value.ts';
