/** The planning half of the console: what there is to do, plans, tasks and agencies. */
import { held } from '../../work/loading.js';
import * as agencies from './agencies.js';
import * as agency from './agency.js';
import * as agencyForm from './agency-edit.js';
import * as plans from './plans.js';
import * as planForm from './plan-edit.js';
import * as worklist from './worklist.js';
import * as tasks from './tasks.js';
import * as task from './task.js';
import * as taskForm from './task-edit.js';

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

/** The name of what is looked at, for the list of open tabs and of what was visited. */
function titleOf(page, nav, name, named) {
    const { s } = page;
    const { data } = held(page, name);
    const [, code] = page.path;
    return data?.code === code && code ? `${s.content(named(data)).text} (${code}) · ${s.t(nav)}` : s.t(nav);
}

export const sections = [
    { path: '', nav: 'console.worklist', arrived: worklist.arrived, view: worklist.view },
    {
        path: 'plans', nav: 'console.plans',
        title: (page) => titleOf(page, 'console.plans', `known.plan.${page.path[1]}`, ({ title }) => title),
        arrived: (page) => ofPlans(page).arrived(page), view: (page) => ofPlans(page).view(page),
    },
    {
        path: 'tasks', nav: 'console.tasks',
        title: (page) => titleOf(page, 'console.tasks', 'task', ({ title }) => title),
        arrived: (page) => ofTasks(page).arrived(page), view: (page) => ofTasks(page).view(page),
    },
    {
        path: 'agencies', nav: 'console.agencies', roles: ['planner', 'admin'],
        title: (page) => titleOf(page, 'console.agencies', 'agency', ({ name }) => name),
        arrived: (page) => ofAgencies(page).arrived(page), view: (page) => ofAgencies(page).view(page),
    },
];
