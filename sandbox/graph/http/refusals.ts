import { GraphError } from './graph-error.ts';

/** The refusals that several operations share, in the words of the live service. */
export const refusals = {
  badRequest: (message: string) => new GraphError(400, 'BadRequest', message),
  parseUri: (message: string) => new GraphError(400, 'RequestBroker--ParseUri', message),
  invalidProperty: (message: string) => new GraphError(400, 'ErrorPropertyValidationFailure', message),
  invalidRequest: (message: string) => new GraphError(400, 'ErrorInvalidRequest', message),
  /** subscriptions and directory word it without Error */
  invalidRequestCode: (message: string) => new GraphError(400, 'InvalidRequest', message),
  unreadableBody: (message: string) => new GraphError(400, 'RequestBodyRead', message),
  malformedId: () => new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.'),
  accessDenied: () => new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
  itemNotFound: () => new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.'),
  noSuchUser: (name: string) =>
    new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
    ),
  noSuchMailbox: () => new GraphError(404, 'ResourceNotFound', 'Resource could not be discovered.'),
  mailboxNotEnabled: () =>
    new GraphError(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.'),
  changedMeanwhile: () =>
    new GraphError(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    ),
};
