import type { FindingCode } from './findings.ts';
import { isLoopback, requireSafeAddress } from './require-safe-address.ts';
import type { Check, CheckOutcome } from './run-checks.ts';

/** The way to a server, step by step. Each method rejects with an Error whose `code` is the system's (ENOTFOUND, ECONNREFUSED …). */
export interface Network {
  /** Addresses of a host name. */
  lookup(host: string): Promise<readonly string[]>;
  connect(host: string, port: number): Promise<void>;
  /** Negotiates TLS with a verified certificate. */
  handshake(host: string, port: number): Promise<{ protocol: string; issuer: string; validTo: string }>;
}

interface Target {
  host: string;
  port: number;
  secure: boolean;
}

/** The first four steps to any provider: its address, its name, its door, its certificate. `what` names it in errors. */
export function networkChecks(address: string, what: string, network: Network): Check[] {
  const target = parse(address);
  return [
    { key: 'address', run: () => Promise.resolve(checkAddress(address, what)) },
    {
      key: 'name',
      run: () => attempt('name-unknown', async () => (await network.lookup(target.host)).join(', ')),
    },
    {
      key: 'reachable',
      run: () =>
        attempt('unreachable', async () => {
          await network.connect(target.host, target.port);
          return `${target.host}:${target.port}`;
        }),
    },
    { key: 'secure', run: () => checkTls(target, network) },
  ];
}

function checkAddress(address: string, what: string): CheckOutcome {
  try {
    requireSafeAddress(address, what);
    return { result: 'passed', evidence: address };
  } catch (error) {
    return { result: 'failed', finding: 'address-invalid', evidence: error instanceof Error ? error.message : null };
  }
}

function checkTls(target: Target, network: Network): Promise<CheckOutcome> {
  if (!target.secure)
    return Promise.resolve({ result: 'skipped', evidence: isLoopback(target.host) ? 'plain http on this machine' : 'plain http' });
  return attempt('tls-untrusted', async () => {
    const { protocol, issuer, validTo } = await network.handshake(target.host, target.port);
    return `${protocol}, issued by ${issuer}, valid to ${validTo}`;
  });
}

async function attempt(finding: FindingCode, run: () => Promise<string>): Promise<CheckOutcome> {
  try {
    return { result: 'passed', evidence: await run() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    return { result: 'failed', finding, evidence: code };
  }
}

function parse(address: string): Target {
  const [, scheme = 'https', bracketed = '', port] = /^(https?):\/\/(\[[^\]]+\]|[^:/]+)(?::(\d+))?/i.exec(address) ?? [];
  const secure = scheme.toLowerCase() === 'https';
  return { host: bracketed.replace(/^\[|\]$/g, ''), port: Number(port ?? (secure ? 443 : 80)), secure };
}
