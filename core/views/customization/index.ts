export { CustomizationCard } from './customization-card.tsx';
