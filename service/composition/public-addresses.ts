import type { Config } from '../config/index.ts';

type Addresses = Pick<Config, 'host' | 'port' | 'publicUrl' | 'origins' | 'tlsCert' | 'tlsKey'>;

/** The first door speaks TLS where a certificate is given. */
const scheme = ({ tlsCert, tlsKey }: Addresses): string => (tlsCert && tlsKey ? 'https' : 'http');

/** The extension's id, pinned by its key in wxt.config.ts; Firefox derives its addresses from the add-on's id. */
const extensionId = 'gnmgfpfgjbfdnmnkdfkfpdhedhcnfimn';
const extensionReturns = [`https://${extensionId}.chromiumapp.org/`, 'https://*.extensions.allizom.org/'];
const extensionOrigins = [`chrome-extension://${extensionId}`, 'moz-extension://*'];

/** Where people reach this service: its public address, else its own ports (on loopback under both of its names). */
export function ownAddresses(config: Addresses): string[] {
  const { host, port, publicUrl } = config;
  const hosts = host === '127.0.0.1' ? ['127.0.0.1', 'localhost'] : [host];
  const local = hosts.flatMap((name) => [`${scheme(config)}://${name}:${port}`, `https://${name}:${port + 1}`]);
  return publicUrl ? [publicUrl, ...local] : local;
}

/** The one that providers are given. */
export const publicAddress = (config: Addresses): string => config.publicUrl ?? `${scheme(config)}://${config.host}:${config.port}`;

/** Where a surface may have people sent back to after a sign-in. */
export function returnAddresses(config: Addresses): string[] {
  const pages = ownAddresses(config).flatMap((url) => [`${url}/console/callback.html`, `${url}/taskpane/callback.html`]);
  return [...pages, ...extensionReturns];
}

export const allowedOrigins = (config: Addresses): string[] => [...ownAddresses(config), ...extensionOrigins, ...config.origins];
