/** What the report is of: plan, period, as of which day, compared with what; and the same as files. */
import { h } from '../h.js';
import { plain } from '../parts.js';
import { button, problemBox, selectField, textField } from '../work/forms.js';
import { download } from '../work/download.js';
import { chosen } from './pieces.js';

export const FORMATS = ['pdf', 'hwpx', 'xlsx', 'csv', 'json'];
const DAY = 86_400_000;

/** The instant with which a day in Seoul begins. */
function beginning(day) {
    return new Date(`${day}T00:00:00+09:00`).toISOString();
}

/** The last instant of a day in Seoul. */
function ending(day) {
    return new Date(Date.parse(`${day}T00:00:00+09:00`) + DAY - 1000).toISOString();
}

/** What the API is asked for by the choices of an address. */
export function asked(plan, query) {
    const since = query.get('since');
    const values = {
        plan, period: query.get('period'), asOf: query.get('day') && ending(query.get('day')),
        comparedWith: since ? beginning(since) : query.get('comparedWith'),
    };
    return new URLSearchParams(Object.entries(values).filter(([, value]) => value));
}

/** Loads what can be chosen: plans, and of the plan its periods, frozen reports and meetings. */
export async function loadChoices(page) {
    const { api, query, state } = page;
    const plans = state.choices ? { ok: true, data: state.choices.plans } : await api.all('/api/v1/plans');
    if (!plans.ok) {
        return plans;
    }
    const known = plans.data.some(({ code }) => code === query.get('plan')) ? query.get('plan') : null;
    if (state.choices && (known ?? state.choices.plan) === state.choices.plan) {
        return { ok: true, data: state.choices };
    }
    const plan = known ?? await lastMet(api, plans.data);
    const at = `plan=${encodeURIComponent(plan)}`;
    const [cycles, snapshots, meetings] = await Promise.all([
        api.all(`/api/v1/cycles?${at}&sort=-dueOn`), api.all(`/api/v1/snapshots?${at}&sort=-no`), api.all(`/api/v1/meetings?${at}&sort=-heldOn`),
    ]);
    const failed = [cycles, snapshots, meetings].find((answer) => !answer.ok);
    const choices = { plans: plans.data, plan, cycles: cycles.data, snapshots: snapshots.data, meetings: meetings.data };
    if (!failed) {
        page.set({ choices });
    }
    return failed ?? { ok: true, data: choices };
}

/** The plan that the committee met on last: that is the one that is read. */
async function lastMet(api, plans) {
    const meetings = await api.get('/api/v1/meetings?sort=-heldOn&limit=1');
    return meetings.data?.items[0]?.plan ?? plans[0]?.code ?? '';
}

export function choice(page, { compared = true } = {}) {
    const { s, query, state: { choices } } = page;
    if (!choices) {
        return null;
    }
    const { plans, plan, cycles } = choices;
    return h('section', { class: 'choice-card', key: 'choice', 'aria-label': s.t('reports.choice') },
        h('div', { class: 'choice-fields' },
            selectField(s, { form: 'choice', name: 'plan', label: s.t('report.fact.plan'), value: plan,
                options: plans.map(({ code, title }) => ({ value: code, label: `${plain(s, title)} (${code})` })),
                change: (value) => chosen(page, { plan: value, period: '', comparedWith: '', since: '' }) }),
            selectField(s, { form: 'choice', name: 'period', label: s.t('report.fact.period'), value: query.get('period') ?? '',
                options: [{ value: '', label: s.t('report.wholePlan') },
                    ...cycles.map(({ period }) => ({ value: period, label: s.period(period) }))],
                change: (period) => chosen(page, { period }) }),
            h('div', { class: 'choice-day', key: 'day' }, textField(s, { form: 'choice', name: 'day', label: s.t('reports.day'), type: 'date',
                value: query.get('day') ?? '', change: (day) => whole(day) && chosen(page, { day }) })),
            compared && comparison(page)));
}

/** A day that is being typed is no day yet; an emptied one is a choice. */
function whole(day) {
    return day === '' || day > '1900';
}

function comparison(page) {
    const { s, query, state: { choices: { snapshots } } } = page;
    const bySnapshot = query.get('comparedWith') ?? '';
    const byDay = query.has('since') || page.state.byDay;
    return [
        selectField(s, { form: 'choice', name: 'compared', label: s.t('reports.compared'), key: 'compared',
            value: byDay ? 'day' : bySnapshot,
            options: [
                { value: '', label: s.t('reports.lastMeeting') },
                ...snapshots.map(({ id, asOf, meeting }) => ({ value: id,
                    label: s.t('reports.snapshotOf', { id: meeting ?? id, day: s.instantDay(asOf) }) })),
                { value: 'day', label: s.t('reports.sinceDay') },
            ],
            change: (value) => {
                page.set({ byDay: value === 'day' });
                if (value !== 'day') {
                    chosen(page, { comparedWith: value, since: '' });
                }
            } }),
        byDay && textField(s, { form: 'choice', name: 'since', label: s.t('reports.since'), type: 'date', value: query.get('since') ?? '',
            change: (since) => whole(since) && chosen(page, { since, comparedWith: '' }) }),
    ];
}

/** The same choice as files, in both languages. */
export function downloads(page, path, name) {
    const { s, state } = page;
    const files = state.files ?? {};
    return h('section', { class: 'downloads', key: 'downloads', 'aria-label': s.t('reports.downloads') },
        h('p', { class: 'downloads-name' }, s.t('reports.downloads')),
        ['ko', 'en'].map((language) => h('div', { key: language, class: 'downloads-line', role: 'group', 'aria-label': s.t(`reports.in.${language}`) },
            h('span', { class: 'downloads-language' }, s.t(`reports.in.${language}`)),
            FORMATS.map((format) => button(s, {
                key: format, kind: 'is-small', label: format.toUpperCase(), busy: files.busy === `${format}/${language}`,
                'aria-label': s.t('reports.downloadOf', { format: format.toUpperCase(), language: s.t(`reports.in.${language}`) }),
                run: () => take(page, path, name, format, language) })))),
        problemBox(s, files.problem, { form: 'downloads' }));
}

async function take(page, path, name, format, language) {
    page.set({ files: { busy: `${format}/${language}` } });
    const problem = await download(`${path}${path.includes('?') ? '&' : '?'}format=${format}`, { language, name: `${name}.${format}` });
    page.set({ files: { problem } });
    if (!problem) {
        page.announce(page.s.t('reports.downloaded', { format: format.toUpperCase() }));
    }
}
