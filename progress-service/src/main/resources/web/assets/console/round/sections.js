import { cycles } from './cycles.js';
import { extensions } from './extensions.js';
import { review } from './review.js';

export const sections = [review, cycles, extensions];
