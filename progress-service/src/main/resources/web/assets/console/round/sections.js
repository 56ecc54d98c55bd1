import { review } from './review.js';
import { extensions } from './extensions.js';

export const sections = [review, extensions];
