import { resolveSettings, type SettingName } from '../../../core/customization/index.ts';
import type { Handlers } from '../handler.ts';
import { reachUser, wallOf } from '../reach/index.ts';
import { checkMove } from './check-move.ts';
import { reachLevel } from './reach-level.ts';

export const movePreviewHandlers: Pick<Handlers, 'POST /api/users/{id}/move/preview'> = {
  'POST /api/users/{id}/move/preview': async (asked) => {
    const { path, body, caller, options } = asked;
    const wall = wallOf(caller);
    const user = await reachUser(asked, path.id, 'user.move');
    const target = await checkMove(asked, user, body.organizationId);
    const { chain } = await reachLevel(asked, 'user', user.id, 'user.move');
    const moved = chain.map((one) => (one.level === 'organization' ? { ...one, id: target.id } : one));
    const [before, after] = await Promise.all(
      [chain, moved].map(async (levels) => resolveSettings(await options.directory.settings(wall, levels))),
    );
    const changed = Object.keys(before ?? {}).flatMap((name) => {
      const key = name as SettingName;
      const [was, will] = [before?.[key].value, after?.[key].value];
      return JSON.stringify(was) === JSON.stringify(will) ? [] : [{ key, before: was, after: will }];
    });
    const stays = target.id === user.organization.id;
    const warnings = stays
      ? []
      : [
          ...(target.mailboxAccess === user.mailboxAccess ? [] : (['access-differs'] as const)),
          ...(target.mailboxAccess === 'graph-app-only' || target.mailboxAccess === 'ews-impersonated' ? (['impersonation'] as const) : []),
          ...(target.enabled && target.suspended === null ? [] : (['organization-off'] as const)),
          ...(changed.length > 0 ? (['settings-differ'] as const) : []),
        ];
    return {
      from: { id: user.organization.id, name: user.organization.name, mailboxAccess: user.mailboxAccess },
      to: { id: target.id, name: target.name, mailboxAccess: target.mailboxAccess },
      warnings,
      settings: changed,
    };
  },
};
