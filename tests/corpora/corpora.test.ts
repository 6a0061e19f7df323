import { proveImport } from './prove-import.ts';

// The big files take minutes: npm run test:long has them.
proveImport('npm start -- --world with the small ones of the sample exports', {
  bytes: { '.ics': 8_192, '.json': 200_000 },
  least: { 'outlook contact': 150, 'outlook event': 60, 'outlook email': 13, 'salesforce contact': 150, 'salesforce event': 60 },
});
