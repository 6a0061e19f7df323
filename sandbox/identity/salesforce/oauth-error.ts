/** OAuth errors are an object, unlike the API's. Most are 400, as Salesforce answers them. */
export class OAuthError extends Error {
  readonly status: number;
  readonly error: string;

  constructor(error: string, description: string, status = 400) {
    super(description);
    this.error = error;
    this.status = status;
  }

  get body(): { error: string; error_description: string } {
    return { error: this.error, error_description: this.message };
  }
}

export const invalidGrant = (description: string): OAuthError => new OAuthError('invalid_grant', description);
