/** The planning half of the console: what there is to do, plans, tasks and agencies. */
import * as worklist from './worklist.js';

export const sections = [
    { path: '', nav: 'console.worklist', arrived: worklist.arrived, view: worklist.view },
];
