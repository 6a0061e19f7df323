import type { Path } from './query.ts';
import type { TokenReader } from './token-reader.ts';

/** `Email`, `Account.Name`, `Contact.Account.Owner.Email`. */
export function parsePath(reader: TokenReader): Path {
  const first = reader.expectName();
  const names = [first.text];
  while (reader.takeSymbol('.')) names.push(reader.expectName().text);
  if (reader.isSymbol('(')) throw reader.unexpected();
  return { names, at: first.at };
}
