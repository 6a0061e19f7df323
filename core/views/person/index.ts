/** The people of the open item, and the matching Contact. */
export { ItemPeople } from './item-people.tsx';
