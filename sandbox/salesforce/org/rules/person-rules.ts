import { wholeName } from '../../schema/index.ts';
import type { ObjectRules } from './object-rules.ts';

export const personRules: ObjectRules = {
  beforeSave({ next }) {
    next.Name = wholeName(next) || null;
  },
};
