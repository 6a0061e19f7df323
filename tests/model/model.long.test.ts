import { longModel } from './long-model.ts';

longModel(1);
