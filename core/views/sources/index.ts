/** Calendars of Teams and event lists of sites, for an organization. */

export { SourceSignInCard } from './sign-in-card.tsx';
export { SourcesCard } from './sources-card.tsx';
