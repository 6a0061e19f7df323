/** Calendars of Teams and event lists of sites, for an organization. */
export { SourcesCard } from './sources-card.tsx';
