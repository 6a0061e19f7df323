import { IANA_ALIAS_MAP, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { cutPage, pageOptions } from '../odata/cut-page.ts';

/** supportedTimeZones() or supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana') */
export const listTimeZones: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.outlook.supportedTimeZones',
  right: 'User.Read',
  options: pageOptions,
  answer(call) {
    const asked = /^(?:TimeZoneStandard=)?(?:microsoft\.graph\.timeZoneStandard)?'?(windows|iana)'?$/i.exec(call.functionArguments)?.[1];
    if (call.functionArguments !== '' && !asked)
      throw refusals.badRequest(`TimeZoneStandard '${call.functionArguments}' is neither Windows nor Iana.`);
    const names = asked?.toLowerCase() === 'iana' ? ianaNames() : windowsNames();
    const page = cutPage(call, names, 1000);
    const value = page.rows.map((alias) => ({ alias, displayName: alias }));
    return ok({
      '@odata.context': `${call.origin}/v1.0/$metadata#Collection(microsoft.graph.timeZoneInformation)`,
      ...page.counts,
      value,
      ...page.links,
    });
  },
};

function windowsNames(): string[] {
  return [...new Set(WINDOWS_TO_IANA_MAP.map((entry) => entry.windowsName as string))];
}
function ianaNames(): string[] {
  return [...new Set(IANA_ALIAS_MAP.flatMap((entry) => entry.alias as readonly string[]))].sort();
}
