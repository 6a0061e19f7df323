/** The registered applications of the tenant, as its administrator sees them under "App registrations". */
export interface Application {
  id: string;
  name: string;
  /** absent: a public client (single page application) */
  secret?: string;
  /** application permissions that the administrator consented to: the `roles` claim of app-only tokens */
  roles: string[];
}

export const graphRoles = [
  'Calendars.ReadWrite',
  'Contacts.ReadWrite',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.ReadWrite',
  'Tasks.ReadWrite.All',
  'User.Read.All',
  'Group.ReadWrite.All',
  'Sites.Read.All',
  'Directory.Read.All',
  'Organization.Read.All',
  'Reports.Read.All',
  'AuditLog.Read.All',
  'AuditLogsQuery.Read.All',
  'UserAuthenticationMethod.ReadWrite.All',
  'LicenseAssignment.ReadWrite.All',
];

export const applications = {
  /** reads and writes mailboxes: delegated and app-only */
  connector: {
    id: '8d1c5a0e-6f43-4f5a-9c0b-2a7e4d3b1f60',
    name: 'Lockstep connector',
    secret: 'sandbox-connector-secret',
    roles: [...graphRoles, 'Exchange.ManageAsApp'],
  },
  /** the surfaces in the browser (msal-browser) */
  surfaces: { id: 'c2f7b9d4-1e58-47a3-8b6d-5f90a1c3e274', name: 'Lockstep surfaces', roles: [] },
  /** the service's own sign-in with a Microsoft account */
  signIn: { id: '3b9e6f21-7a0d-4c85-a4f2-e81d5c70b936', name: 'Lockstep sign-in', secret: 'sandbox-sign-in-secret', roles: [] },
} as const satisfies Record<string, Application>;

export function applicationById(id: string | undefined): Application | undefined {
  return Object.values(applications).find((application) => application.id === id);
}
