/** User groups: the list and the page of one. */
export { GroupList } from './group-list.tsx';
export { GroupPage } from './group-page.tsx';
export { type GroupSection, readGroupSection } from './group-sections.ts';
