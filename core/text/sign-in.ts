import { words } from './words.ts';

/** Sign-in, and where the service is. */
export const signInText = words(
  {
    title: 'Sign in',
    intro: 'Keeps Outlook and Salesforce in step.',
    microsoft: 'Sign in with Microsoft',
    or: 'or',
    email: 'Email address',
    password: 'Password',
    submit: 'Sign in',
    'signing-in': 'Signing in…',
    'email-missing': 'Enter your email address, such as name@example.com.',
    'password-missing': 'Enter your password.',
    'sign-in-failed': 'Address and password do not match. Check both and try again.',
    'account-disabled': 'This account is switched off. Please contact your administrator.',
    'account-unknown': 'Your Microsoft account is not known here yet. Ask your administrator to add you.',
    'too-many-requests': 'Too many attempts. Wait a few minutes and try again.',
    cancelled: 'Sign-in was closed before it was finished.',
    'sign-in-trouble': 'Signing in did not work. {reason}',
    'service-title': 'Where is your Lockstep service?',
    'service-intro': 'Your administrator knows this address.',
    'service-address': 'Service address',
    'service-managed': 'Your company has set this address.',
    'service-check': 'Connect',
    'service-checking': 'Connecting…',
    'service-invalid': 'This is not an address. Enter one such as https://sync.example.com.',
    'service-insecure': 'Only https is possible outside of this computer. Enter an address that begins with https://.',
    'service-refused': 'Without your permission, the browser does not let Lockstep reach this address.',
    'service-unreachable': 'No Lockstep service answers at this address. Check it and your connection.',
  },
  () => import('./sign-in.de.ts'),
);
