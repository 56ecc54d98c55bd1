/** What a task is called, how it goes, and the few figures that are asked for first. */
import { h } from '../h.js';
import { content, countdown, healthIcon, joined, statusIcon } from '../parts.js';
import { daysBetween } from '../days.js';
import { today } from './load.js';
import { notStated } from './section.js';

export function head(page) {
    const { s, state } = page;
    const { task, parts } = state;
    return h(
        'header',
        { key: 'head', class: 'card sheet-head' },
        path(s, task, parts.plan),
        h('h1', null, content(s, task.title)),
        h('p', { class: 'sheet-badges' }, badges(s, task, parts.health)),
        task.summary && h('p', { class: 'sheet-summary' }, content(s, task.summary)),
        h('dl', { class: 'sheet-figures' }, figures(page)),
    );
}

function path(s, task, plan) {
    const area = plan?.areas?.find(({ code }) => code === task.area);
    return h('nav', { class: 'sheet-path', 'aria-label': s.t('sheet.path') }, h('ol', null,
        h('li', { key: 'board' }, h('a', { href: `/?plan=${encodeURIComponent(task.plan)}` }, plan ? content(s, plan.title) : s.t('nav.dashboard'))),
        area && h('li', { key: 'area' }, content(s, area.name)),
        h('li', { key: 'code', 'aria-current': 'page' }, h('span', { class: 'code' }, task.code))));
}

function badges(s, task, health) {
    const mark = (key, word) => h('span', { key, class: 'mark' }, word);
    return joined([
        health && h('strong', { key: 'health', class: 'badge sheet-badge', 'data-health': health.headline },
            healthIcon(health.headline), h('span', { class: 'sr-only' }, `${s.t('task.health')}: `), s.named('health', health.headline)),
        h('strong', { key: 'status', class: 'badge sheet-badge', 'data-status': task.status },
            statusIcon(task.status), h('span', { class: 'sr-only' }, `${s.t('task.status')}: `), s.named('status', task.status)),
        task.representative && mark('representative', s.t('sheet.representative')),
        task.placeholder && h('span', { key: 'place', class: 'mark is-place' }, s.t('task.placeholder')),
        task.origin === 'REGISTERED' && mark('registered', s.t('task.registered')),
        task.visibility === 'GOVERNMENT' && h('span', { key: 'government', class: 'mark is-warning' }, s.t('task.government')),
    ].filter(Boolean), ' ');
}

function figures(page) {
    const { s, state } = page;
    const { task, parts } = state;
    const day = today(state);
    return [
        figure('period', s.t('sheet.period'), period(s, task), task.endsOn && running(task) && day && countdown(s, daysBetween(day, task.endsOn))),
        figure('progress', s.t('sheet.progress'), progress(s, parts.health)),
        figure('next', s.t('sheet.nextMilestone'), ...nextMilestone(s, task, day)),
        figure('returns', s.t('sheet.lastCycle'), ...lastCycle(s, parts.health)),
    ];
}

function figure(key, name, value, note = null) {
    return h('div', { key, class: 'sheet-figure' }, h('dt', null, name), h('dd', null, value), note && h('dd', { class: 'fact-note' }, note));
}

function running({ status }) {
    return status === 'IN_PROGRESS' || status === 'ON_HOLD';
}

function period(s, { startsOn, endsOn }) {
    return startsOn === null && endsOn === null ? notStated(s)
        : joined([startsOn, endsOn].map((day) => (day === null ? notStated(s) : h('time', { datetime: day }, s.date(day)))), ' ~ ');
}

/** How much is done beside how much of the time has passed: a bar, and a mark on it. */
function progress(s, health) {
    const figures = health?.figures;
    const complete = figures?.percentComplete ?? null;
    const elapsed = figures?.percentElapsed ?? null;
    if (complete === null && elapsed === null) {
        return notStated(s);
    }
    return [
        h('strong', null, complete === null ? notStated(s) : s.percent(complete / 100)), ' ',
        h('span', { class: 'fact-note' }, elapsed === null ? s.t('sheet.elapsedUnknown') : s.t('sheet.elapsed', { percent: s.percent(elapsed / 100) })),
        h('span', { class: 'against', 'aria-hidden': 'true' },
            h('span', { class: 'against-done', style: { width: `${complete ?? 0}%` } }),
            elapsed !== null && h('span', { class: 'against-time', style: { left: `${elapsed}%` } })),
    ];
}

function nextMilestone(s, { milestones, status }, day) {
    const open = milestones.filter(({ doneOn, dueOn }) => doneOn === null && dueOn !== null)
        .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
    if (open.length === 0) {
        return [milestones.length > 0 && milestones.every(({ doneOn }) => doneOn !== null) ? s.t('sheet.allDone') : notStated(s)];
    }
    const [{ title, dueOn }] = open;
    return [content(s, title), [
        h('time', { datetime: dueOn }, s.date(dueOn)), ' ', running({ status }) && day && countdown(s, daysBetween(day, dueOn)),
    ]];
}

function lastCycle(s, health) {
    const last = health?.figures?.lastClosed;
    return last
        ? [h('strong', null, s.t('round.filed', { expected: last.expected, received: last.received })),
            s.t('sheet.lastCycleNote', { period: s.period(last.period), accepted: last.accepted })]
        : [s.t('sheet.noCycle')];
}
