import { orgIdOf } from '../../salesforce/org/index.ts';
import type { Row } from '../../salesforce/schema/index.ts';
import type { OAuth } from './oauth.ts';

/** Addresses with `{version}` for the client to fill in. */
function addresses(oauth: OAuth, userId: string): Record<string, string> {
  const data = `${oauth.instanceUrl}/services/data/v{version}`;
  return {
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    query: `${data}/query/`,
    search: `${data}/search/`,
    recent: `${data}/recent/`,
    profile: `${oauth.instanceUrl}/${userId}`,
    custom_domain: oauth.instanceUrl,
  };
}

/** GET /id/{org}/{user} */
export function identityOf(oauth: OAuth, user: Row): Record<string, unknown> {
  const id = String(user.Id);
  return {
    id: oauth.identityUrl(id),
    asserted_user: true,
    user_id: id,
    organization_id: orgIdOf(oauth.org),
    username: user.Username,
    nick_name: user.CommunityNickname ?? null,
    display_name: user.Name,
    email: user.Email,
    email_verified: true,
    first_name: user.FirstName ?? null,
    last_name: user.LastName,
    timezone: user.TimeZoneSidKey,
    photos: { picture: `${oauth.instanceUrl}/profilephoto/005/F`, thumbnail: `${oauth.instanceUrl}/profilephoto/005/T` },
    mobile_phone: user.MobilePhone ?? null,
    active: user.IsActive !== false,
    user_type: 'STANDARD',
    language: user.LanguageLocaleKey ?? 'en_US',
    locale: user.LocaleSidKey ?? 'en_US',
    utcOffset: 0,
    last_modified_date: user.LastModifiedDate,
    urls: addresses(oauth, id),
  };
}

/** GET /services/oauth2/userinfo */
export function userinfoOf(oauth: OAuth, user: Row): Record<string, unknown> {
  const id = String(user.Id);
  return {
    sub: oauth.identityUrl(id),
    user_id: id,
    organization_id: orgIdOf(oauth.org),
    preferred_username: user.Username,
    nickname: user.CommunityNickname ?? null,
    name: user.Name,
    email: user.Email,
    email_verified: true,
    given_name: user.FirstName ?? null,
    family_name: user.LastName,
    zoneinfo: user.TimeZoneSidKey,
    photos: { picture: `${oauth.instanceUrl}/profilephoto/005/F`, thumbnail: `${oauth.instanceUrl}/profilephoto/005/T` },
    profile: `${oauth.instanceUrl}/${id}`,
    picture: `${oauth.instanceUrl}/profilephoto/005/F`,
    address: {},
    urls: addresses(oauth, id),
    active: user.IsActive !== false,
    user_type: 'STANDARD',
    language: user.LanguageLocaleKey ?? 'en_US',
    locale: user.LocaleSidKey ?? 'en_US',
    utcOffset: 0,
    updated_at: user.LastModifiedDate,
  };
}
