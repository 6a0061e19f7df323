import { words } from './words.ts';

/** Settings changed together, rehearsed before they are saved. */
export const trySettingsText = words(
  {
    title: 'Try out before saving',
    intro: 'Choose settings, change them, and see what the last 30 days would have looked like. Nothing is saved until you say so.',
    'choose-setting': 'Setting to change',
    add: 'Add',
    choose: 'Choose…',
    'leave-out': 'Leave out',
    'leave-out-named': 'Leave out: {name}',
    rehearse: 'Rehearse',
    save: 'Save {count, plural, one {this setting} other {# settings}}',
    saved: '{count, plural, one {One setting saved.} other {# settings saved.}}',
    refused:
      '{count, plural, one {One setting was not taken. The reason stands there.} other {# settings were not taken. The reasons stand there.}}',
    'not-saved': 'Not saved: {reason}',
    'not-rehearsed': 'Could not be rehearsed: {reason}',
  },
  () => import('./try-settings.de.ts'),
);
