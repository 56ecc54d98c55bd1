import { assessments } from './assessments.js';
import { cycles } from './cycles.js';
import { extensions } from './extensions.js';
import { meetings } from './meetings.js';
import { opinions } from './opinions.js';
import { review } from './review.js';
import { snapshots } from './snapshots.js';

/** The reporting round is the planners'. */
export const sections = [review, cycles, extensions, assessments, snapshots, meetings, opinions]
    .map((section) => ({ ...section, roles: ['planner'] }));
