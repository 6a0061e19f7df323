/** The few parts that screens are made of. */
export { Age } from './age.tsx';
export { Button, type ButtonProps } from './button.tsx';
export { Card, InFold } from './card.tsx';
export { Drawing } from './drawing.tsx';
export { Fold, type Folds, FoldsContext } from './fold.tsx';
export { Icon, type IconName } from './icon.tsx';
export { later } from './later.tsx';
export { Notices } from './notices.tsx';
export { PageHeading } from './page-heading.tsx';
export { Sections } from './sections.tsx';
export { ShowMore } from './show-more.tsx';
export { Skeleton } from './skeleton.tsx';
export { StateIcon } from './state-icon.tsx';
export { StateWord } from './state-word.tsx';
export { SaidAbove, TroubleStrip } from './trouble-strip.tsx';
