import type { MailPolicy } from '../policy.ts';
import type { LeftPart, MailFile } from '../ports/mail.ts';

/** More files than that on one mail are an archive, not a mail. */
const mostFiles = 100;

/** Which files go along, and why others stay. Pictures of the text stay without a word unless they are asked for. */
export function chooseFiles(
  files: readonly MailFile[],
  policy: MailPolicy['files'],
): { send: readonly MailFile[]; left: readonly LeftPart[] } {
  const send: MailFile[] = [];
  const left: LeftPart[] = [];
  for (const file of files) {
    if (file.inline && !policy.inline) continue;
    if (file.kind === 'link')
      left.push(stays(file, 'file-not-readable', 'Only a link to this file is on the message; the file lies elsewhere.'));
    else if (file.bytes > policy.maxBytes) left.push(stays(file, 'file-too-large', null));
    else if (send.length >= mostFiles) left.push(stays(file, 'file-not-readable', `Only the first ${mostFiles} files are copied.`));
    else send.push(file);
  }
  return { send, left };
}

const stays = ({ name, bytes }: MailFile, reason: LeftPart['reason'], message: string | null): LeftPart => ({
  reason,
  name,
  bytes,
  message,
});
