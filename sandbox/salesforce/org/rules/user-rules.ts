import { wholeName } from '../../schema/index.ts';
import { standardProfileId } from '../seed-org.ts';
import type { ObjectRules } from './object-rules.ts';

export const userRules: ObjectRules = {
  beforeSave({ org, next }) {
    next.Name = wholeName(next) || null;
    next.ProfileId ??= standardProfileId(org);
    next.Alias ??= String(next.LastName ?? 'user')
      .slice(0, 5)
      .toLowerCase();
    next.CommunityNickname ??=
      String(next.Username ?? '')
        .split('@')[0]
        ?.slice(0, 40) ?? null;
  },
};
