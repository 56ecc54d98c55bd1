/** What the agency owes and by when, what it was asked, and what it has filed. */
import { h } from '../h.js';
import { notice, plain } from '../parts.js';
import { loaded } from '../work/loaded.js';
import { problemBox } from '../work/forms.js';
import { loadList } from './list-loading.js';
import { dueDay, moved, titleOf } from './pieces.js';
import { filed } from './filed.js';

/** Returned first: it is owed twice. Then by due date. */
const URGENCY = { RETURNED: 0, OVERDUE: 1, DUE: 1, OPINION_OPEN: 2 };
const COUNTS = ['RETURNED', 'OVERDUE', 'DUE', 'OPINION_OPEN'];

export function list(page) {
    const { s, session, state } = page;
    return loaded(s, state.list, () => loadList(page), (data) => [
        head(s, session, data.work),
        problemBox(s, state.list.problem),
        h('div', { class: 'desk-columns', key: 'columns' },
            owed(s, data),
            h('div', { class: 'desk-side' }, opinions(s, data.work), cycles(s, data))),
        filed(page, data),
    ]);
}

function head(s, session, work) {
    return h('header', { class: 'desk-head', key: 'head' },
        h('h1', null, s.t('desk.heading', { agency: session.agencyName ? plain(s, session.agencyName) : session.agency })),
        h('ul', { class: 'tallies', 'aria-label': s.t('desk.counts') }, COUNTS.map((kind) =>
            h('li', { key: kind, class: 'tally', 'data-kind': kind, 'data-none': (work.counts?.[kind] ?? 0) === 0 ? '' : null },
                h('span', { class: 'tally-name' }, s.t(`desk.kind.${kind}`)),
                h('strong', null, s.number(work.counts?.[kind] ?? 0))))));
}

function owed(s, { work, cycles: open }) {
    const items = work.items.filter(({ kind }) => ['RETURNED', 'OVERDUE', 'DUE'].includes(kind))
        .sort((one, other) => URGENCY[one.kind] - URGENCY[other.kind] || one.dueOn.localeCompare(other.dueOn)
            || one.task.localeCompare(other.task));
    return h('section', { class: 'card', key: 'owed', 'aria-labelledby': 'owed-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'owed-title' }, s.t('desk.owed')),
            h('p', { class: 'card-note' }, s.t('desk.owedNote'))),
        items.length === 0
            ? notice(s.t('desk.nothingOwed'), s.t('desk.nothingOwedHint'))
            : h('ol', { class: 'owed' }, grouped(items).map((group) => owedGroup(s, group, work.today, open))),
        work.truncated && h('p', { class: 'card-note' }, s.t('desk.truncated')));
}

/** What is due on one day in one cycle stands together; what was returned has its own reason and stands alone. */
function grouped(items) {
    const groups = new Map();
    for (const item of items) {
        const key = item.kind === 'RETURNED' ? item.checkpoint : `${item.kind}/${item.cycle}/${item.dueOn}`;
        groups.set(key, [...groups.get(key) ?? [], item]);
    }
    return [...groups].map(([key, group]) => ({ key, group, first: group[0] }));
}

function owedGroup(s, { key, group, first }, today, open) {
    const cycle = open.find(({ id }) => id === first.cycle);
    return h('li', { key, class: 'owed-item', 'data-kind': first.kind },
        dueDay(s, today, first.dueOn),
        h('div', { class: 'owed-words' },
            h('p', { class: 'owed-facts' },
                first.kind === 'DUE' ? null : h('span', { class: 'mark is-warning' }, s.t(`desk.kind.${first.kind}`)),
                h('b', null, s.t('round.titleOf', { period: s.period(first.period) })),
                group.length > 1 && ` · ${s.t('round.count', { count: group.length })}`),
            cycle && first.dueOn === cycle.dueOn ? moved(s, cycle.dueDerivation) : null,
            h('ul', { class: 'owed-tasks' }, group.map((item) => owedTask(s, item)))));
}

function owedTask(s, { checkpoint, task, reason, draftSaved, ...item }) {
    return h('li', { key: checkpoint },
        h('a', { href: `/desk/checkpoints/${encodeURIComponent(checkpoint)}` }, titleOf(s, { ...item, task })),
        ' ', h('span', { class: 'code' }, task),
        draftSaved && [' ', h('span', { class: 'mark' }, s.t('desk.draftSaved'))],
        reason && h('p', { class: 'owed-reason' },
            h('b', null, s.t('desk.returnedBecause')), ' ', h('span', { lang: s.languageOf(reason) }, reason)));
}

function opinions(s, work) {
    const items = work.items.filter(({ kind }) => kind === 'OPINION_OPEN');
    return items.length === 0 ? null : h('section', { class: 'card', key: 'opinions', 'aria-labelledby': 'asked-title' },
        h('div', { class: 'card-head' },
            h('h2', { id: 'asked-title' }, s.t('desk.asked')),
            h('p', { class: 'card-note' }, s.t('desk.askedNote'))),
        h('ul', { class: 'asked' }, items.map(({ opinion, task, taskTitle, reason }) => h('li', { key: opinion.id },
            h('a', { href: `/desk/opinions/${opinion.id}`, lang: s.languageOf(opinion.text) }, opinion.text),
            h('p', { class: 'owed-facts' }, task
                ? [plain(s, taskTitle), ' · ', h('span', { class: 'code' }, task)] : s.t('desk.onWholePlan')),
            reason && h('p', { class: 'owed-reason' }, h('b', null, s.t('desk.sentBack')), ' ', reason)))));
}

function cycles(s, { cycles: open, work, checkpoints }) {
    const mine = open.filter(({ id }) => checkpoints.some((checkpoint) => checkpoint.cycle === id && owes(checkpoint)));
    return h('section', { class: 'card', key: 'cycles', 'aria-labelledby': 'cycles-title' },
        h('div', { class: 'card-head' }, h('h2', { id: 'cycles-title' }, s.t('desk.cycles'))),
        mine.length === 0 ? h('p', { class: 'card-note' }, s.t('desk.noCycles')) : h('ul', { class: 'cycles' },
            mine.map((cycle) => cycleItem(s, cycle, work.today,
                checkpoints.filter((checkpoint) => checkpoint.cycle === cycle.id)))));
}

function owes({ status, timeliness }) {
    return status === 'RETURNED' || (status === 'OPEN' && timeliness !== 'MISSED');
}

function cycleItem(s, cycle, today, mine) {
    const owing = mine.filter(owes).length;
    return h('li', { key: cycle.id, class: 'cycle' },
        dueDay(s, today, cycle.dueOn),
        h('div', { class: 'owed-words' },
            h('h3', null, s.t('round.titleOf', { period: s.period(cycle.period) })),
            h('p', { class: 'owed-facts' }, s.t('desk.cycleFacts', { plan: cycle.plan, owing, all: mine.length })),
            h('p', { class: 'owed-facts' }, s.t('desk.locks', { day: s.dayOfYear(cycle.locksOn) })),
            moved(s, cycle.dueDerivation),
            h('p', null, h('a', { class: 'button is-small', href: `/desk/cycles/${encodeURIComponent(cycle.id)}` },
                s.t('desk.bulkLink')))));
}
