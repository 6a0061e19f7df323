/**
 * A refusal in Salesforce's words. A lone request answers an array `[{message, errorCode, fields}]` with the status; a row of a
 * collection answers 200 with `{statusCode, message, fields}` in its `errors`.
 */
export class SalesforceError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: string[] | undefined;
  /** further members of the error object, such as duplicateResult */
  readonly more: Record<string, unknown> | undefined;

  constructor(status: number, errorCode: string, message: string, fields?: string[], more?: Record<string, unknown>) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
    this.more = more;
  }

  get body(): Record<string, unknown>[] {
    return [{ message: this.message, errorCode: this.errorCode, ...(this.fields ? { fields: this.fields } : {}), ...this.more }];
  }
  get rowError(): Record<string, unknown> {
    return { statusCode: this.errorCode, message: this.message, fields: this.fields ?? [], ...this.more };
  }
}

/** A record cannot be saved as asked: always HTTP 400 when alone. */
export function refused(errorCode: string, message: string, fields: string[] = []): SalesforceError {
  return new SalesforceError(400, errorCode, message, fields);
}
