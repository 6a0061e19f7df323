export { applyRules } from './apply-rules.ts';
export { checkRules, type RuleTrouble, type SalesforceField } from './check-rules.ts';
export { outlookExtras } from './outlook-extras.ts';
export { standardTargets } from './standard-targets.ts';
