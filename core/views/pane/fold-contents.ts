/** What stands in the folds: fetched as one file when the first of them is opened, so that the pane itself stays light. */
export { CheckConnection } from '../connection/index.ts';
export { UserCoverage } from '../coverage/index.ts';
export { CustomizationCard } from '../customization/index.ts';
export { ItemHistory, PreviewCard } from '../history/index.ts';
export { SettingsCard } from '../settings/index.ts';
export { SourceSignInCard } from '../sources/index.ts';
export { LastSessionCard } from '../status/index.ts';
export { StoredSignIns } from '../user/index.ts';
export { WhoSeesItem, WhySteps } from '../why/index.ts';
