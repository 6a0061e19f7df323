import { createHash } from 'node:crypto';
import { refused } from '../../salesforce-error.ts';
import type { Value } from '../../schema/index.ts';
import type { Org } from '../org.ts';
import { makeLinked } from './make-linked.ts';
import type { ObjectRules } from './object-rules.ts';

/** A first version makes its document, and the link to the record it was published to. */
export const contentVersionRules: ObjectRules = {
  beforeSave({ org, next, prior, writer }) {
    if (prior) return;
    checkMail(org, next.FirstPublishLocationId);
    const bytes = Buffer.from(String(next.VersionData ?? ''), 'base64');
    next.ContentSize = bytes.length;
    next.Checksum = createHash('md5').update(bytes).digest('hex');
    next.FileExtension = /\.([^.]+)$/.exec(String(next.PathOnClient ?? ''))?.[1]?.toLowerCase() ?? null;
    next.FileType = String(next.FileExtension ?? 'unknown').toUpperCase();
    next.VersionNumber = '1';
    if (next.ContentDocumentId) return;
    const file = { Title: next.Title ?? null, FileType: next.FileType, FileExtension: next.FileExtension, ContentSize: next.ContentSize };
    next.ContentDocumentId = makeLinked(
      org,
      'ContentDocument',
      { ...file, OwnerId: next.OwnerId ?? null, LatestPublishedVersionId: next.Id ?? null },
      writer,
    );
  },
  afterSave({ org, next, prior, writer }) {
    if (prior || typeof next.FirstPublishLocationId !== 'string') return;
    makeLinked(
      org,
      'ContentDocumentLink',
      {
        LinkedEntityId: next.FirstPublishLocationId,
        ContentDocumentId: next.ContentDocumentId ?? null,
        ShareType: 'V',
        Visibility: 'AllUsers',
      },
      writer,
    );
  },
};

/** Files can be added to a mail that is no draft only where its client said that it manages it. */
function checkMail(org: Org, location: Value | undefined): void {
  const mail = typeof location === 'string' && location.startsWith('02s') ? org.find(location) : undefined;
  if (mail && mail.Status !== '5' && mail.IsClientManaged !== true)
    throw refused('INSUFFICIENT_ACCESS_OR_READONLY', "You can't add files to an email message that isn't a draft.", [
      'FirstPublishLocationId',
    ]);
}
