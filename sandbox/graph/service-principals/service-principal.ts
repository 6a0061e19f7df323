/** An application as the tenant knows it: somebody consented to it, or it was made here. */
export interface ServicePrincipal {
  /** guid */
  id: string;
  appId: string;
  displayName: string;
  accountEnabled: boolean;
}
