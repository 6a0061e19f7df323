import type { MailFile } from '../../../core/sync/index.ts';

const unwritable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A name as a file may have: nothing invisible (a turn of direction makes "exe.txt" of "txt.exe"), no folders, 255 characters. */
export function titleOf({ name, kind }: Pick<MailFile, 'name' | 'kind'>): string {
  const plain = name.toWellFormed().replace(unwritable, '').replace(/[\\/]/g, '_').trim() || 'file';
  const extension = kind === 'item' && !/\.(eml|ics|vcf)$/i.test(plain) ? '.eml' : '';
  const dot = plain.lastIndexOf('.');
  const end = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : '';
  const stem = end === '' ? plain : plain.slice(0, dot);
  return `${stem.slice(0, 250 - end.length - extension.length)}${end}${extension}`;
}
