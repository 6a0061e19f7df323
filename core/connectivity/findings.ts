import type { ConnectivityStep } from '../model/index.ts';

/** A diagnosis: what it means, what to do, and who does it. Surfaces take their words by the code; these are for everything else. */
export interface Finding {
  meaning: string;
  fix: string;
  who: NonNullable<ConnectivityStep['who']>;
}

const finding = (who: Finding['who'], meaning: string, fix: string): Finding => ({ who, meaning, fix });

export const findings = {
  'address-invalid': finding(
    'admin',
    'This is not an address that a server can have.',
    'Correct the address, for example https://example.my.salesforce.com.',
  ),
  'address-not-allowed': finding(
    'admin',
    'This address is not one that Lockstep may call.',
    'Use the My Domain address of your Salesforce, or have the operator add yours to the allowed ones.',
  ),
  'name-unknown': finding('admin', 'No server has this name.', 'Check the spelling, and whether the service can use your name server.'),
  unreachable: finding('us', 'The server does not answer.', 'Check that the firewall lets the service out to it; then try again.'),
  'tls-untrusted': finding(
    'admin',
    "The server's certificate is not one that the service trusts.",
    'Renew the certificate, or add its authority to the service.',
  ),
  'wrong-product': finding('admin', 'Something else answers at this address.', 'Correct the address.'),
  'ews-blocked': finding('admin', 'Your company has closed the old Exchange link (EWS).', 'Move this mailbox to Microsoft Graph access.'),
  'access-not-built': finding(
    'admin',
    'This mailbox is set to Exchange Server access, which this version of Lockstep does not have.',
    'Move this mailbox to Microsoft Graph access.',
  ),
  'not-registered': finding('us', 'This installation is not registered with the provider yet.', 'Set what the evidence names.'),
  'not-connected': finding('user', 'Nobody has signed in for this connection yet.', 'Sign in once.'),
  'sign-in-ended': finding('user', 'The stored sign-in is no longer accepted, for example after a password change.', 'Sign in again.'),
  'consent-missing': finding(
    'admin',
    'The consent of your company is missing or was withdrawn.',
    'Give consent as a global administrator.',
  ),
  'user-inactive': finding(
    'admin',
    'The Salesforce user is inactive.',
    'Activate the user in Salesforce, or switch synchronization off here.',
  ),
  'api-disabled': finding('admin', 'The Salesforce user may not use the API.', 'Give the profile or a permission set "API Enabled".'),
  'mailbox-not-found': finding(
    'admin',
    'There is no mailbox with this address.',
    'Correct the address, or give the person a mailbox licence.',
  ),
  'mailbox-denied': finding('admin', 'Lockstep may not open this mailbox.', "Add the mailbox to the application's allowed ones."),
  'permission-missing': finding(
    'admin',
    'A permission that synchronization needs is missing.',
    'Give the permission that is named in the evidence.',
  ),
  'quota-used-up': finding('provider', 'The daily number of API calls is used up.', 'Wait until it starts anew, or buy more calls.'),
  'quota-low': finding('admin', 'Few API calls are left for today.', 'See which other software uses them.'),
  throttled: finding('provider', 'The server asks for fewer calls.', 'Nothing to do: Lockstep waits as long as it is told to.'),
  'read-failed': finding('provider', 'Reading one item failed.', 'Try again later; send the evidence to support if it stays.'),
  'other-engine': finding(
    'admin',
    'Another synchronization product works on this mailbox or Salesforce user; two of them make duplicates.',
    'Switch one of the two off for this user. Where the other one is off already, remove what the evidence names.',
  ),
  'provider-failed': finding('provider', 'The server answered with a fault of its own.', 'Try again in some minutes.'),
  unexpected: finding('us', 'The check met something that Lockstep does not know.', 'Send the evidence to support.'),
} as const satisfies Record<string, Finding>;

export type FindingCode = keyof typeof findings;

const ownFindings = ['access-not-built', 'not-registered', 'not-connected'] as const;
/** A refusal that came from no provider but from Lockstep itself, before anything was asked: its code is the finding. */
export const isOwnFinding = (code: string): code is (typeof ownFindings)[number] => ownFindings.some((own) => own === code);
