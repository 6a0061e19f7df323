import { z } from 'zod';
import { isLoopback } from './is-loopback.ts';

/** Plain HTTP is for loopback only: tokens travel on it. */
const address = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://login.example.com' })
  .refine((text) => !URL.canParse(text) || text.startsWith('https:') || isLoopback(new URL(text).hostname), {
    error: 'must be https: plain http is accepted for 127.0.0.1, localhost and [::1] only',
  })
  .transform((text) => text.replace(/\/+$/, ''));

const client = z.strictObject({ id: z.string().min(1), secret: z.string().min(1) });

/** Everything that can be configured, with what holds by default. The table in README.md is made from these descriptions. */
export const configSchema = z.strictObject({
  mode: z.enum(['sandbox', 'real']).default('sandbox').describe('sandbox: demo world, loopback only; real: the tenants that are connected'),
  host: z.string().default('127.0.0.1').describe('interface to listen on'),
  port: z.coerce.number().int().min(0).max(65_500).default(4400).describe('first port; the others follow'),
  data: z.string().min(1).default('.lockstep').describe('folder that holds database, keys and ready.json'),
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .nullable()
    .default(null)
    .describe('another PostgreSQL server (15 or later) instead of the embedded one, as its administrator'),
  masterKey: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === 32, { error: 'must be 32 bytes in base64: openssl rand -base64 32' })
    .nullable()
    .default(null)
    .describe('wraps the data keys; in real mode required here or as a file'),
  masterKeyFile: z.string().nullable().default(null).describe('file that holds the master key in base64'),
  publicUrl: address.nullable().default(null).describe('where people and providers reach the service, behind your reverse proxy'),
  notificationUrl: address
    .nullable()
    .default(null)
    .describe('where Microsoft Graph reaches the service, for change notifications; without it changes are found by polling alone'),
  tlsCert: z.string().nullable().default(null).describe('PEM file; with tlsKey the service itself speaks TLS'),
  tlsKey: z.string().nullable().default(null).describe('PEM file'),
  identity: address.default('https://login.microsoftonline.com').describe('Entra ID (other clouds have their own)'),
  graph: address.default('https://graph.microsoft.com').describe('Microsoft Graph'),
  salesforce: address.default('https://login.salesforce.com').describe('where Salesforce users sign in, or your My Domain'),
  graphClient: client.nullable().default(null).describe('the app registration of Lockstep in Entra ID'),
  addinClient: z
    .strictObject({ id: z.string().min(1), scope: z.string().min(1) })
    .nullable()
    .default(null)
    .describe('the registration of the surfaces, where it is another than graphClient, and the scope of the API that they ask for'),
  salesforceClient: client.nullable().default(null).describe('the External Client App in Salesforce'),
  salesforceApiVersion: z
    .string()
    .regex(/^\d{2}\.0$/, 'must be such as 62.0')
    .default('62.0')
    .describe('60.0 or later'),
  smtpUrl: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .nullable()
    .default(null)
    .describe('mail server for notices; without it none are sent'),
  mailFrom: z.string().default('Lockstep <lockstep@localhost>').describe('sender of notices'),
  origins: z.array(z.string()).default([]).describe('further origins whose pages may call the API (extension ids, add-in host)'),
  lanes: z.coerce.number().int().min(1).max(64).default(4).describe('mailboxes that one process syncs at a time'),
  world: address.nullable().default(null).describe('sandbox mode: control API of the world, whose clock is followed'),
  minClient: z.string().default('0.1.0').describe('older surfaces are asked to update'),
});

export type Config = z.infer<typeof configSchema>;
export type ConfigName = keyof Config;
