/** One reporting cycle: its days and why, its checkpoints as a table, and opening and closing it. */
import { h } from '../../h.js';
import { content, joined, notice } from '../../parts.js';
import { errorsOf, button, textArea } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, orElse, tagged, together } from '../../work/loading.js';
import { askKept } from './kept.js';
import { bar, cycleState } from './cycles.js';
import { editArrived, editView } from './cycle-form.js';
import { matrix } from './matrix.js';
import { address, card, dueWith, facts, head, prose, tell } from './pieces.js';

export function cycleArrived(page, id) {
    loadCycle(page, id).then((answer) => answer.ok && page.path[2] === 'edit' && editArrived(page, answer.data.cycle));
}

export function loadCycle(page, id) {
    return load(page, 'cycle', id, async (api) => {
        const one = encodeURIComponent(id);
        const cycle = await tagged(api.get(`/api/v1/cycles/${one}`));
        if (!cycle.ok) {
            return cycle;
        }
        const answer = await together({
            checkpoints: api.all(`/api/v1/checkpoints?cycle=${one}`),
            tasks: orElse(api.all(`/api/v1/tasks?plan=${encodeURIComponent(cycle.data.plan)}&status=IN_PROGRESS`), []),
            worklist: api.get('/api/v1/worklist'),
        });
        return answer.ok ? { ...answer, data: { ...answer.data, cycle: cycle.data, today: answer.data.worklist.today } } : answer;
    });
}

export function cycleView(page) {
    return shown(page, 'cycle', (data) => (page.path[2] === 'edit' ? editView(page, data.cycle) : one(page, data)), { alone: true });
}

function one(page, data) {
    const { s } = page;
    const { cycle, checkpoints } = data;
    return [
        head(page, {
            back: { href: address('cycles'), label: s.t('rounds.nav') },
            title: s.t('round.titleOf', { period: s.period(cycle.period) }),
            note: [h('span', { class: 'code' }, cycle.plan), ' · ', cycleState(s, cycle.status)],
            actions: [
                cycle.status !== 'CLOSED' && h('a', { class: 'button', key: 'edit', href: address(`cycles/${cycle.id}/edit`) }, s.t('rounds.edit')),
                cycle.allowedTransitions.map((to) => button(s, {
                    key: to, label: s.t(`rounds.move.${to}`), kind: 'is-primary', run: () => move(page, data, to),
                })),
            ],
        }),
        h('div', { class: 'round-halves', key: 'facts' },
            card(s.t('rounds.days'), 'days-title', null, days(page, data)),
            card(s.t('round.guidance'), 'guidance-title', null, h('p', null, prose(s, cycle.guidance)),
                cycle.status !== 'PLANNED' && [h('h3', null, s.t('rounds.column.received')), bar(s, progressOf(checkpoints))])),
        card(s.t('rounds.checkpoints'), 'matrix-title', s.t('rounds.matrixNote'),
            checkpoints.length === 0
                ? notice(s.t(cycle.status === 'PLANNED' ? 'rounds.notOpened' : 'round.nothingExpected'),
                    cycle.status === 'PLANNED' ? s.t('rounds.notOpenedHint') : null)
                : matrix(page, checkpoints)),
        h('p', { class: 'actions', key: 'assess' },
            h('a', { class: 'button', href: address('assessments', { cycle: cycle.id }) }, s.t('rounds.assess'))),
    ];
}

function days(page, { cycle, today }) {
    const { s } = page;
    return facts([
        [s.t('rounds.column.opensOn'), s.date(cycle.opensOn)],
        [s.t('round.dueOn'), dueWith(s, cycle.dueOn, cycle.status === 'CLOSED' ? null : today)],
        cycle.nominalDueOn !== cycle.dueOn && [s.t('round.nominal'), s.date(cycle.nominalDueOn)],
        [s.t('rounds.why'), why(s, cycle.dueDerivation)],
        [s.t('round.locksOn'), s.date(cycle.locksOn)],
    ]);
}

/** Why the due day is that one, and by which table of holidays. */
export function why(s, { movedBecause, calendarVersion, basis }) {
    return [
        movedBecause.length > 0
            ? joined(movedBecause.map(({ day, name }) => [s.monthAndDay(day), ' ', content(s, name)]), ', ')
            : s.t('rounds.notMoved'),
        ' · ', s.t(basis === 'RULE' ? 'round.calendarByRule' : 'round.calendar', { version: calendarVersion }),
    ];
}

export function progressOf(checkpoints) {
    const counted = checkpoints.filter(({ status }) => status !== 'WAIVED');
    const count = (name, value) => counted.filter((one) => one[name] === value).length;
    const onTime = count('timeliness', 'ON_TIME');
    const late = count('timeliness', 'LATE');
    return {
        expected: counted.length, received: onTime + late, onTime, late,
        overdue: count('timeliness', 'OVERDUE'), missed: count('timeliness', 'MISSED'), returned: count('status', 'RETURNED'),
    };
}

/** How many checkpoints opening would make: one for each agency that leads or is a partner. */
function toBeMade(tasks) {
    const owing = ({ role, until }) => role !== 'INVOLVED' && !until;
    return tasks.reduce((sum, { participations }) => sum + participations.filter(owing).length, 0);
}

function move(page, data, to) {
    const { s } = page;
    const { cycle, tasks, checkpoints } = data;
    const progress = progressOf(checkpoints);
    const hints = {
        OPEN: s.t('rounds.moveHint.OPEN', { tasks: tasks.length, count: toBeMade(tasks) }),
        CLOSED: s.t('rounds.moveHint.CLOSED', { count: progress.expected - progress.received }),
    };
    const current = () => page.state.cycle.data.cycle;
    askKept(page, `cycle.${cycle.id}.${to}`, {
        title: s.t(`rounds.moveTitle.${to}`, { period: s.period(cycle.period) }), confirm: s.t(`rounds.move.${to}`), values: { reason: '' },
        body: (values, change, problem) => [
            current().version !== cycle.version && h('div', { class: 'round-callout', key: 'now' },
                h('p', null, h('strong', null, s.t('conflict.title'))), days(page, page.state.cycle.data),
                h('p', null, cycleState(s, current().status))),
            h('p', { key: 'hint' }, hints[to]),
            textArea(s, {
                form: 'dialog', name: 'reason', label: s.t('form.reason'), required: true, maxlength: 2000, errors: errorsOf(problem),
                value: values.reason, change: (reason) => change({ reason }),
            }),
        ],
        run: async ({ reason }) => {
            const answer = await page.api.post(`/api/v1/cycles/${encodeURIComponent(cycle.id)}/status-transitions`, { to, reason }, { etag: current().etag });
            if (answer.ok || answer.status === 412 || answer.status === 409) {
                const now = await loadCycle(page, cycle.id);
                if (answer.ok && now.ok) {
                    tell(page, s.t(`rounds.moved.${to}`, { count: now.data.checkpoints.length }));
                }
            }
            return answer.problem;
        },
    });
}

