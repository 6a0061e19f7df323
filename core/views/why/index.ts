/** "Why?": what decided about an item. */
export { FindItem } from './find-item.tsx';
export { WhoSeesItem } from './who-sees-item.tsx';
export { WhySteps } from './why-steps.tsx';
