/** A subscription as it is kept. What a client sees of it is made by renderSubscription. */
export interface Subscription {
  id: string;
  /** as the client wrote it */
  resource: string;
  changeTypes: string[];
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  /** milliseconds since 1970 */
  expires: number;
  /** who made it: only they see it */
  caller: string;
  applicationId: string;
  creatorId: string;
  owner: string;
  watches: 'contacts' | 'events' | 'messages';
  /** folder number; undefined: everywhere in the mailbox */
  folder: number | undefined;
  /** Prefer: IdType="ImmutableId" at creation */
  immutable: boolean;
}
export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

export function renderSubscription(subscription: Subscription): Record<string, unknown> {
  const { id, resource, changeTypes, notificationUrl, lifecycleNotificationUrl, clientState, expires, applicationId, creatorId } =
    subscription;
  return {
    id,
    resource,
    applicationId,
    changeType: changeTypes.join(','),
    clientState,
    notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl,
    expirationDateTime: new Date(expires).toISOString(),
    creatorId,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}
