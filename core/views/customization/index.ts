export { CustomizationCard } from './customization-card.tsx';
export { MoveUser } from './move-user.tsx';
