import { words } from './words.ts';

/** Calendars of Teams and event lists of SharePoint sites. */
export const sourcesText = words(
  {
    title: 'Teams and sites',
    intro:
      'The calendar of a Team and the event lists of a SharePoint site go up to Salesforce as Events of their owner. Nothing is ever written to them, and files are never copied. A meeting that a member’s mailbox carries stays with that member.',
    owner: 'Owner',
    'owner-intro': 'Whose Microsoft sign-in reads Teams and sites, and whose Salesforce access owns their Events.',
    'no-owner': 'nobody yet',
    'owner-set': 'Owner of Teams and sites: {name}',
    'signed-in': '{name} has signed in to let Lockstep read Teams and sites.',
    'not-signed-in': '{name} has not signed in yet to let Lockstep read Teams and sites. Only {name} can do that, on this page.',
    yours: 'Waiting for your sign-in',
    'yours-all': 'You are to own the Teams and sites of {organization} in Salesforce.',
    'yours-named': 'Cannot be read before you sign in: {names}',
    'yours-why': 'Lockstep reads the calendars with your Microsoft sign-in and makes their Events yours. It writes nothing to them.',
    'sign-in': 'Sign in to let Teams and sites be read',
    'new-teams': 'Switch on new Teams by itself',
    'new-sites': 'Switch on new sites by itself',
    saved: 'Saved.',
    look: 'Look for Teams and sites',
    looked:
      '{count, plural, =0 {No Team or site with an event list was found.} one {# Team or site is known.} other {# Teams and sites are known.}}',
    none: 'No Team or site is known yet. Choose an owner, then look for them.',
    team: 'Team',
    site: 'Site',
    'never-on': 'not switched on',
    'owned-by': 'Owner: {name}',
    issues: '{count, plural, one {# issue} other {# issues}}',
    open: 'Sessions and issues of {name}',
    details: 'Sessions and issues',
    'turn-on': 'Switch on',
    'turn-off': 'Switch off',
    'turn-on-named': 'Switch on {name}',
    'turn-off-named': 'Switch off {name}',
    'turned-on': '{name} is switched on.',
    'turned-off': '{name} is switched off. What it brought stays in Salesforce.',
    'waits-for-preview': '{name} is switched on: its first sync waits until you confirm its preview.',
    sync: 'Sync now',
    'sync-named': 'Sync now: {name}',
    syncing: '{name} syncs.',
    refused:
      'Choose an owner first who belongs to the organization, is connected to Salesforce and has signed in to let Teams and sites be read.',
    'not-done': 'Not done: {reason}',
  },
  () => import('./sources.de.ts'),
);
