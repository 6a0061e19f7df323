import type { ManifestSource } from './source.ts';

const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const button = (id: string, name: string, action: string): string => `
<Control xsi:type="Button" id="${id}">
  <Label resid="${name}.Label" />
  <Supertip><Title resid="${name}.Label" /><Description resid="${name}.Tip" /></Supertip>
  <Icon>
    <bt:Image size="16" resid="Icon.16" />
    <bt:Image size="32" resid="Icon.32" />
    <bt:Image size="80" resid="Icon.80" />
  </Icon>
  ${action}
</Control>`;

const point = (type: string, id: string, pinnable: boolean): string => {
  const pin = pinnable ? '<SupportsPinning>true</SupportsPinning>' : '';
  const open = `<Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane.Url" />${pin}</Action>`;
  const sync = '<Action xsi:type="ExecuteFunction"><FunctionName>forceSync</FunctionName></Action>';
  return `
<ExtensionPoint xsi:type="${type}">
  <OfficeTab id="TabDefault">
    <Group id="${id}.Group">
      <Label resid="Group.Label" />${button(`${id}.Open`, 'Open', open)}${button(`${id}.ForceSync`, 'ForceSync', sync)}
    </Group>
  </OfficeTab>
</ExtensionPoint>`;
};

/**
 * `modern`: what VersionOverrides 1.1 adds. The pane of a message can be pinned, that of an appointment cannot; it opens in shared mailboxes,
 * too, and says there whose it is. https://learn.microsoft.com/office/dev/add-ins/outlook/delegate-access
 */
const host = (modern: boolean): string => `
<Hosts>
  <Host xsi:type="MailHost">
    <DesktopFormFactor>
      ${modern ? '<SupportsSharedFolders>true</SupportsSharedFolders>' : ''}
      <FunctionFile resid="Commands.Url" />${point('MessageReadCommandSurface', 'Message', modern)}${point('MessageComposeCommandSurface', 'Compose', modern)}${point('AppointmentOrganizerCommandSurface', 'Organizer', false)}${point('AppointmentAttendeeCommandSurface', 'Attendee', false)}
    </DesktopFormFactor>
  </Host>
</Hosts>`;

const resources = ({ address, group, open, forceSync }: ManifestSource): string => `
<Resources>
  <bt:Images>${[16, 32, 80].map((size) => `<bt:Image id="Icon.${size}" DefaultValue="${address}/taskpane/icon-${size}.png" />`).join('')}</bt:Images>
  <bt:Urls>
    <bt:Url id="Pane.Url" DefaultValue="${address}/taskpane/taskpane.html" />
    <bt:Url id="Commands.Url" DefaultValue="${address}/taskpane/commands.html" />
  </bt:Urls>
  <bt:ShortStrings>
    <bt:String id="Group.Label" DefaultValue="${inXml(group)}" />
    <bt:String id="Open.Label" DefaultValue="${inXml(open.label)}" />
    <bt:String id="ForceSync.Label" DefaultValue="${inXml(forceSync.label)}" />
  </bt:ShortStrings>
  <bt:LongStrings>
    <bt:String id="Open.Tip" DefaultValue="${inXml(open.tip)}" />
    <bt:String id="ForceSync.Tip" DefaultValue="${inXml(forceSync.tip)}" />
  </bt:LongStrings>
</Resources>`;

const overrides = 'http://schemas.microsoft.com/office/mailappversionoverrides';
const needs = '<Requirements><bt:Sets DefaultMinVersion="1.5"><bt:Set Name="Mailbox" /></bt:Sets></Requirements>';

/**
 * The add-in only manifest: works everywhere, on Mac, phones and Exchange Server too. Pinning exists from VersionOverrides 1.1 on, which
 * older hosts skip. https://learn.microsoft.com/office/dev/add-ins/develop/xml-manifest-overview
 */
export const writeXml = (source: ManifestSource): string => `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>${source.id}</Id>
  <Version>${source.version.split('-')[0]}.0</Version>
  <ProviderName>${inXml(source.provider)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${inXml(source.name)}" />
  <Description DefaultValue="${inXml(source.description.short)}" />
  <IconUrl DefaultValue="${source.address}/taskpane/icon-64.png" />
  <HighResolutionIconUrl DefaultValue="${source.address}/taskpane/icon-128.png" />
  <SupportUrl DefaultValue="${source.address}/console/" />
  <AppDomains><AppDomain>${source.address}</AppDomain></AppDomains>
  <Hosts><Host Name="Mailbox" /></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="1.5" /></Sets></Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead">
      <DesktopSettings>
        <SourceLocation DefaultValue="${source.address}/taskpane/taskpane.html" />
        <RequestedHeight>450</RequestedHeight>
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Read" />
    <Rule xsi:type="ItemIs" ItemType="Appointment" FormType="Read" />
  </Rule>
  <DisableEntityHighlighting>true</DisableEntityHighlighting>
  <VersionOverrides xmlns="${overrides}" xsi:type="VersionOverridesV1_0">
${needs}${host(false)}${resources(source)}
    <VersionOverrides xmlns="${overrides}/1.1" xsi:type="VersionOverridesV1_1">
${needs}${host(true)}${resources(source)}
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
