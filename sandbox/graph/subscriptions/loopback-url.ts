import { refusals } from '../http/refusals.ts';

/** The sandbox calls nobody but this computer: a notification address anywhere else is refused. */
export function loopbackUrl(value: unknown, name: string): string {
  if (typeof value !== 'string' || !URL.canParse(value)) throw refusals.invalidRequestCode(`'${name}' is missing or not an address.`);
  const { protocol, hostname } = new URL(value);
  if (!/^https?:$/.test(protocol) || !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
    throw refusals.invalidRequestCode(
      `'${name}' must be an address of this computer (localhost, 127.0.0.1, [::1]): the sandbox delivers nowhere else.`,
    );
  return value;
}
