/** The assessment of one task in one cycle: health and reason, beside what stands against it. */
import { h } from '../../h.js';
import { content, healthIcon, plain } from '../../parts.js';
import { button, choiceField, errorsOf, problemBox, textArea } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, orElse, together } from '../../work/loading.js';
import { begin, send, type } from './kept.js';
import { address, card, checkpointState, facts, focusLater, head, healthWord, prose, stated, table, tell, timeliness } from './pieces.js';

const VERDICTS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'COMPLETED'];

export function assessmentArrived(page, cycle, task) {
    const of = `${cycle}/${task}`;
    begin(page, 'assess', `assess.${of}`, { health: null, reason: '' });
    loadAssessment(page, cycle, task);
}

function loadAssessment(page, cycle, task) {
    const ofTask = `task=${encodeURIComponent(task)}`;
    return load(page, 'assessment', `${cycle}/${task}`, async (api) => {
        const answer = await together({
            cycle: api.get(`/api/v1/cycles/${encodeURIComponent(cycle)}`),
            task: api.get(`/api/v1/tasks/${encodeURIComponent(task)}`),
            health: orElse(api.get(`/api/v1/health/${encodeURIComponent(task)}`), null),
            checkpoints: api.all(`/api/v1/checkpoints?cycle=${encodeURIComponent(cycle)}&${ofTask}`),
            assessments: api.all(`/api/v1/assessments?${ofTask}`),
        });
        if (!answer.ok) {
            return answer;
        }
        const filed = await Promise.all(answer.data.checkpoints.map((one) => inForce(api, one)));
        return { ...answer, data: { ...answer.data, filed, assessments: answer.data.assessments
            .sort((one, other) => other.assessedAt.localeCompare(one.assessedAt)) } };
    });
}

/** What an agency has filed that counts: the accepted version, else the last. */
async function inForce(api, checkpoint) {
    if (!checkpoint.latestNo) {
        return { checkpoint, submission: null };
    }
    const answer = await api.all(`/api/v1/checkpoints/${encodeURIComponent(checkpoint.id)}/submissions`);
    const submissions = answer.ok ? answer.data : [];
    return { checkpoint, submission: submissions.find(({ no }) => no === checkpoint.acceptedNo) ?? submissions.at(-1) ?? null };
}

export function assessmentView(page) {
    return shown(page, 'assessment', (data) => one(page, data), { alone: true });
}

function one(page, data) {
    const { s } = page;
    const { cycle, task } = data;
    return [
        head(page, {
            back: { href: address('assessments', { cycle: cycle.id }), label: s.t('assess.back', { period: s.period(cycle.period) }) },
            title: content(s, task.title),
            note: [h('span', { class: 'code' }, task.code), ' · ', s.t('round.titleOf', { period: s.period(cycle.period) })],
        }),
        h('div', { class: 'round-desk', key: 'one' },
            h('div', { class: 'round-main' },
                voices(page, data),
                filedBy(page, data),
                earlier(page, data)),
            h('div', { class: 'round-side' }, assess(page, data))),
    ];
}

function voices(page, { health }) {
    const { s } = page;
    if (!health) {
        return card(s.t('health.voices'), 'voices-title', null, h('p', { class: 'not-stated' }, s.t('health.NO_DATA')));
    }
    const { figures } = health;
    const percent = (value) => (value === null ? stated(s, null) : `${s.number(value)}%`);
    return card(s.t('health.voices'), 'voices-title', s.t('assess.voicesNote'),
        facts([
            [s.t('health.assessed'), health.assessed ? healthWord(s, health.assessed) : s.t('health.assessedNone')],
            [s.t('health.declared'), health.declared ? healthWord(s, health.declared) : s.t('health.declaredNone')],
            [s.t('health.derived'), [healthWord(s, health.derived), h('ul', { class: 'round-said-list' },
                health.reasons.map(({ code, text }) => h('li', { key: code }, content(s, text))))]],
            [s.t('assess.percent'), [percent(figures.percentComplete), ' · ', s.t('assess.elapsed'), ' ', percent(figures.percentElapsed)]],
            [s.t('assess.milestones'), figures.milestonesLate > 0 && figures.mostLate
                ? s.t('assess.late', { count: figures.milestonesLate, title: plain(s, figures.mostLate.title), days: figures.mostLate.daysLate })
                : s.t('assess.noneLate')],
        ]),
        h('details', { class: 'round-rule' }, h('summary', null, s.t('assess.rule')), h('p', null, content(s, health.rule.text))));
}

function filedBy(page, { filed }) {
    const { s } = page;
    return card(s.t('assess.filed'), 'filed-title', null, filed.length === 0
        ? h('p', { class: 'not-stated' }, s.t('round.nothingExpected'))
        : table('filed', s.t('assess.filed'), ['agency', 'status', 'health', 'percent', 'achievements'].map((name) => s.t(`assess.filed.${name}`)),
            filed.map(({ checkpoint, submission }) => h('tr', { key: checkpoint.id },
                h('th', { scope: 'row' }, h('a', { class: 'round-link', href: address(`review/${checkpoint.id}`) }, content(s, checkpoint.agencyName))),
                h('td', null, checkpointState(s, checkpoint.status), ' ', timeliness(s, checkpoint)),
                h('td', null, submission ? healthWord(s, submission.declaredHealth) : '–'),
                h('td', { class: 'is-number' }, submission && submission.percentComplete !== null ? `${s.number(submission.percentComplete)}%` : '–'),
                h('td', null, submission ? submission.kind === 'PROGRESS' ? prose(s, submission.achievements) : s.t(`kind.${submission.kind}`) : '–')))));
}

function earlier(page, { assessments }) {
    const { s } = page;
    return card(s.t('assess.earlier'), 'earlier-title', null, assessments.length === 0
        ? h('p', { class: 'not-stated' }, s.t('health.assessedNone'))
        : h('ol', { class: 'round-steps' }, assessments.map((item) => h('li', { key: item.id, class: 'round-step' },
            h('p', null, healthWord(s, item.health), ' ', item.inForce
                ? h('span', { class: 'mark is-changed' }, s.t('assess.inForce'))
                : h('span', { class: 'mark' }, s.t('assess.replaced'))),
            h('p', { class: 'card-note' }, s.instant(item.assessedAt), ' · ', item.cycle),
            h('p', null, prose(s, item.reason))))));
}

function assess(page, { cycle, task, assessments }) {
    const { s, state: { assess: form } } = page;
    const { values, problem, busy } = form;
    const errors = errorsOf(problem);
    const change = (changes) => type(page, 'assess', changes);
    const standing = assessments.some((item) => item.inForce && item.cycle === cycle.id);
    if (cycle.status === 'PLANNED') {
        return card(s.t('assess.title'), 'assess-form', null, h('p', null, s.t('rounds.notOpened')));
    }
    return card(s.t('assess.title'), 'assess-form', s.t(standing ? 'assess.replaces' : 'assess.formNote'),
        problemBox(s, problem, { form: 'assess', labelOf: (name) => ({ health: s.t('assess.health'), reason: s.t('assess.reason') })[name] ?? null }),
        h('form', { on: { submit: (event) => { event.preventDefault(); save(page, cycle, task); } } },
            choiceField(s, {
                form: 'assess', name: 'health', label: s.t('assess.health'), required: true, errors, value: values.health,
                options: VERDICTS.map((value) => ({ value, label: s.t(`health.${value}`), icon: healthIcon(value) })),
                change: (health) => change({ health }),
            }),
            textArea(s, {
                form: 'assess', name: 'reason', label: s.t('assess.reason'), hint: s.t('assess.reasonHint'), required: true, rows: 6, maxlength: 4000, errors,
                value: values.reason, change: (reason) => change({ reason }),
            }),
            h('div', { class: 'actions' }, button(s, { label: s.t('assess.save'), type: 'submit', kind: 'is-primary', busy }))));
}

function save(page, cycle, task) {
    const { s, state: { assess: form } } = page;
    const missing = [!form.values.health && 'health', !form.values.reason.trim() && 'reason'].filter(Boolean);
    if (missing.length > 0) {
        page.set({ assess: { ...form, problem: {
            status: 422, title: s.t('form.failed'), detail: s.t('work.fillIn'), errors: missing.map((pointer) => ({ pointer, detail: s.t('work.needed') })),
        } } });
        focusLater('assess-problem');
        return;
    }
    send(page, 'assess', ({ health, reason }) => page.api.post('/api/v1/assessments', { cycle: cycle.id, task: task.code, health, reason: reason.trim() }),
        ({ data }) => {
            begin(page, 'assess', `assess.${cycle.id}/${task.code}`, { health: null, reason: '' });
            loadAssessment(page, cycle.id, task.code);
            tell(page, s.t('assess.done', { health: s.t(`health.${data.health}`) }));
            focusLater('round-h1');
        });
}
