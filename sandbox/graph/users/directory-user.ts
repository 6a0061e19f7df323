/** One person of the tenant, as Entra ID knows them. `mail` null or empty: no mailbox in the cloud. */
export interface DirectoryUser {
  /** guid */
  id: string;
  userPrincipalName: string;
  mail: string | null;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  jobTitle: string | null;
  accountEnabled: boolean;
  /** Windows name, e.g. `W. Europe Standard Time` */
  timeZone: string;
}
