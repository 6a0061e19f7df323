import { proveImport } from './prove-import.ts';

proveImport('npm start -- --world with all the sample exports', {
  bytes: {},
  least: { 'outlook contact': 990, 'outlook event': 1_400, 'outlook email': 13, 'salesforce contact': 990, 'salesforce event': 5_000 },
});
