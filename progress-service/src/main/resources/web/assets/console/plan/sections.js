/** The planning half of the console: what there is to do, plans, tasks and agencies. */
import * as agencies from './agencies.js';
import * as agency from './agency.js';
import * as agencyForm from './agency_edit.js';
import * as plans from './plans.js';
import * as planForm from './plan_edit.js';
import * as worklist from './worklist.js';
import * as tasks from './tasks.js';
import * as task from './task.js';
import * as taskForm from './task_edit.js';

/** The view of the tasks that the rest of the path asks for. */
function ofTasks({ path: [, code, step] }) {
    if (code === undefined) {
        return tasks;
    }
    return code === 'new' || step === 'change' || step === 'register' ? taskForm : task;
}

function ofPlans({ path: [, code] }) {
    return code === undefined ? plans : planForm;
}

function ofAgencies({ path: [, code, step] }) {
    if (code === undefined) {
        return agencies;
    }
    return code === 'new' || step === 'change' ? agencyForm : agency;
}

export const sections = [
    { path: '', nav: 'console.worklist', arrived: worklist.arrived, view: worklist.view },
    { path: 'plans', nav: 'console.plans', arrived: (page) => ofPlans(page).arrived(page), view: (page) => ofPlans(page).view(page) },
    { path: 'tasks', nav: 'console.tasks', arrived: (page) => ofTasks(page).arrived(page), view: (page) => ofTasks(page).view(page) },
    {
        path: 'agencies', nav: 'console.agencies', roles: ['planner', 'admin'],
        arrived: (page) => ofAgencies(page).arrived(page), view: (page) => ofAgencies(page).view(page),
    },
];
