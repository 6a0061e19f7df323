import { encodeNumber } from './number-code.ts';

/** Changes with each write of the item; the ETag is W/"<changeKey>". */
export function changeKey(mailbox: string, seq: number): string {
  return `${mailbox.slice(0, 10)}AAD${encodeNumber(seq, 7)}==`;
}
