import { ribbonText, shellText, signInText } from '../core/text/index.ts';

/** What both forms of the add-in's manifest are made from. */
export interface ManifestSource {
  /** Where the pages are: "https://sync.example.com". Outlook takes https only. */
  address: string;
  version: string;
  /** The add-in's id: the same in both forms, for ever. */
  id: string;
  provider: string;
  name: string;
  description: { short: string; full: string };
  /** Label of the ribbon's group. */
  group: string;
  open: { label: string; tip: string };
  forceSync: { label: string; tip: string };
}

export const manifestSource = (address: string, version: string): ManifestSource => {
  const url = new URL(address);
  if (url.protocol !== 'https:')
    throw new Error(`Outlook loads add-ins by https only, and ${address} is not. Use the TLS address of the service.`);
  return {
    address: url.origin,
    version,
    id: '6f1c2a7e-5a0b-4f2d-9d7b-3a1d5c0e8b42',
    provider: shellText.en.product,
    name: shellText.en.product,
    description: { short: signInText.en.intro, full: ribbonText.en.description },
    group: shellText.en.product,
    open: { label: ribbonText.en.open, tip: ribbonText.en['open-tip'] },
    forceSync: { label: ribbonText.en['force-sync'], tip: ribbonText.en['force-sync-tip'] },
  };
};
