const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((letter, value) => [letter, value]));

/** A number as `width` letters of base64url: ids made of it are case-sensitive, as Outlook's are. */
export function encodeNumber(value: number, width: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < width; i += 1) {
    text = alphabet[rest % 64] + text;
    rest = Math.floor(rest / 64);
  }
  return text;
}

export function decodeNumber(text: string): number {
  let value = 0;
  for (const letter of text) value = value * 64 + (values.get(letter) ?? 0);
  return value;
}
