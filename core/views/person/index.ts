/** The person of the open item, and the matching Contact. */
export { PersonCard } from './person-card.tsx';
