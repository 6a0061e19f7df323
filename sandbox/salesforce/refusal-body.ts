const errors: Record<number, [errorCode: string, message: string]> = {
  401: ['INVALID_SESSION_ID', 'Session expired or invalid'],
  403: ['REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'],
  404: ['NOT_FOUND', 'The requested resource does not exist'],
  409: ['CONFLICT', 'The request conflicts with the state of the resource'],
  410: ['GONE', 'The requested resource is no longer available'],
  412: ['PRECONDITION_FAILED', 'A precondition of the request does not hold'],
  429: ['REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'],
  500: ['UNKNOWN_EXCEPTION', 'An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345'],
  503: ['SERVER_UNAVAILABLE', 'Server is unavailable, please try again later'],
  504: ['SERVER_UNAVAILABLE', 'The server did not answer in time'],
};

/** The array that Salesforce answers with a status. */
export function refusalBody(status: number): { errorCode: string; message: string }[] {
  const [errorCode, message] = errors[status] ?? ['UNKNOWN_EXCEPTION', `HTTP ${status}`];
  return [{ message, errorCode }];
}
