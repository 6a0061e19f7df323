import { filledText, flag, oneOf, type PropertyReaders, text } from '../odata/read-properties.ts';

/** A file of a message as it is kept. A `reference` is a link to where the file lies, an `item` another message inside this one. */
export interface Attachment {
  kind: 'file' | 'item' | 'reference';
  name: string;
  contentType: string | null;
  isInline: boolean;
  contentId: string | null;
  /** base64; of an item its MIME */
  contentBytes: string;
}

/** As a person's mail brings it. */
export const attachmentReaders: PropertyReaders = {
  kind: oneOf('file', 'item', 'reference'),
  name: filledText,
  contentType: text,
  isInline: flag,
  contentId: text,
  contentBytes: (value, fail) => (typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value) ? value : fail('Edm.Binary')),
};

export const emptyAttachment: Attachment = {
  kind: 'file',
  name: 'file',
  contentType: null,
  isInline: false,
  contentId: null,
  contentBytes: '',
};
