import type { ManifestSource } from './source.ts';

const icons = (address: string) => [16, 32, 80].map((size) => ({ size, url: `${address}/taskpane/icon-${size}.png` }));

const button = (id: string, { label, tip }: ManifestSource['open'], actionId: string, address: string) => ({
  id,
  type: 'button',
  label,
  icons: icons(address),
  supertip: { title: label, description: tip },
  actionId,
});

const ribbon = (source: ManifestSource, contexts: string[], id: string, open: string) => {
  const { address } = source;
  const controls = [button(`${id}Open`, source.open, open, address), button(`${id}ForceSync`, source.forceSync, 'forceSync', address)];
  const groups = [{ id: `${id}Group`, label: source.group, icons: icons(address), controls }];
  return { contexts, tabs: [{ builtInTabId: 'TabDefault', groups }] };
};

const runtime = (id: string, page: string, actions: object[]) => ({ id, type: 'general', code: { page }, lifetime: 'short', actions });

/**
 * The unified manifest for Microsoft 365: Outlook on the web, new Outlook and classic Outlook for Windows.
 * https://learn.microsoft.com/microsoft-365/extensibility/schema/
 */
export const writeJson = (source: ManifestSource): Record<string, unknown> => {
  const { address } = source;
  const page = `${address}/console/`;
  return {
    $schema: 'https://developer.microsoft.com/en-us/json-schemas/teams/v1.17/MicrosoftTeams.schema.json',
    manifestVersion: '1.17',
    version: source.version,
    id: source.id,
    name: { short: source.name, full: source.name },
    description: source.description,
    developer: { name: source.provider, websiteUrl: page, privacyUrl: page, termsOfUseUrl: page },
    icons: { color: 'icon-128.png', outline: 'icon-32.png' },
    accentColor: '#0F6CBD',
    validDomains: [new URL(address).host],
    authorization: {
      permissions: { resourceSpecific: ['MailboxItem.Read.User', 'Mailbox.SharedFolder'].map((name) => ({ name, type: 'Delegated' })) },
    },
    extensions: [
      {
        requirements: { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: '1.5' }] },
        runtimes: [
          runtime('pane', `${address}/taskpane/taskpane.html`, [
            { id: 'openPane', type: 'openPage', view: 'pane', pinnable: true },
            { id: 'openPaneOfAppointment', type: 'openPage', view: 'pane' },
          ]),
          runtime('commands', `${address}/taskpane/commands.html`, [{ id: 'forceSync', type: 'executeFunction' }]),
        ],
        ribbons: [
          ribbon(source, ['mailRead', 'mailCompose'], 'message', 'openPane'),
          ribbon(source, ['meetingDetailsOrganizer', 'meetingDetailsAttendee'], 'appointment', 'openPaneOfAppointment'),
        ],
      },
    ],
  };
};
