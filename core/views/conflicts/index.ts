/** The conflict inbox: what both sides changed. */
export { ConflictList } from './conflict-list.tsx';
