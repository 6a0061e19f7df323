/** Every word people read, one file per feature. Views name a key; they hold no text of their own. */
export { activityText } from './activity.ts';
export { connectionText } from './connection.ts';
export { formatMessage, placeholders, type Values } from './format-message.ts';
export {
  formatAge,
  formatCountdown,
  formatDuration,
  formatList,
  formatMoment,
  formatNumber,
  formatTimeOfDay,
  neverYet,
} from './format-time.ts';
export { issuesText } from './issues.ts';
export { organizationsText } from './organizations.ts';
export { personText } from './person.ts';
export { reasonDetails } from './reason-details.ts';
export { reasonTitles } from './reason-titles.ts';
export { ribbonText } from './ribbon.ts';
export { sayReason } from './say-reason.ts';
export { shellText } from './shell.ts';
export { signInText } from './sign-in.ts';
export { statesText } from './states.ts';
export { statusText } from './status.ts';
export { summaryText } from './summary.ts';
export { syncText } from './sync.ts';
export { type Speak, translate } from './translate.ts';
export { usersText } from './users.ts';
export { whoActs } from './who-acts.ts';
export { type Locale, locales, pickLocale, type Words, words } from './words.ts';
