/** The opinions of the committee and what became of them. */
import { h } from '../h.js';
import { plain } from '../parts.js';
import { selectField } from '../work/forms.js';
import { loaded } from '../work/loaded.js';
import { nameOf } from './meetings.js';
import { agencyOf, chosen, opinionStanding, section, table } from './pieces.js';

const FILTERS = ['plan', 'status', 'meeting', 'agency', 'task'];
const STATUSES = ['OPEN', 'ANSWERED', 'CLOSED'];

/** All are loaded, and chosen from here: then what can be chosen is what there is. */
export async function loadOpinions(page) {
    const { api, state } = page;
    if (state.opinions?.data && !state.opinions.stale) {
        return;
    }
    const [opinions, agencies, meetings] = await Promise.all([
        api.all('/api/v1/opinions?sort=-givenAt'), api.all('/api/v1/agencies'), api.all('/api/v1/meetings?sort=-heldOn')]);
    const failed = [opinions, agencies, meetings].find((answer) => !answer.ok);
    page.set({ opinions: failed ? { problem: failed.problem }
        : { data: { opinions: opinions.data, agencies: agencies.data, meetings: meetings.data } } });
}

export function opinions(page) {
    const { s, query, session, state } = page;
    return loaded(s, state.opinions, () => loadOpinions(page), (data) => {
        const shown = data.opinions.filter((opinion) => FILTERS.every((name) =>
            !query.get(name) || (name === 'agency' ? opinion.addressedTo : opinion[name] ?? '-') === query.get(name)));
        return [
            h('header', { class: 'plain-head has-action', key: 'head' },
                h('div', null, h('h1', null, s.t('reports.opinions')), h('p', null, s.t('reports.opinionsNote'))),
                session.roles?.includes('committee') && h('a', { class: 'button is-primary', href: '/reports/opinions/new' }, s.t('reports.give'))),
            filters(page, data),
            section(s, { id: 'opinions', title: s.t('reports.opinionCount', { shown: shown.length, all: data.opinions.length }) },
                list(s, data, shown)),
        ];
    });
}

function filters(page, { opinions: all, agencies, meetings }) {
    const { s, query } = page;
    const there = (of) => [...new Set(all.map(of))].sort();
    const options = {
        plan: there(({ plan }) => plan).map((value) => ({ value, label: value })),
        status: STATUSES.map((value) => ({ value, label: s.t(`opinion.${value}`) })),
        meeting: there(({ meeting }) => meeting ?? '-').map((value) => {
            const known = meetings.find(({ id }) => id === value);
            return { value, label: value === '-' ? s.t('reports.noMeeting') : known ? `${nameOf(s, known)} (${value})` : value };
        }),
        agency: there(({ addressedTo }) => addressedTo).map((value) => {
            const agency = agencies.find(({ code }) => code === value);
            return { value, label: agency ? `${plain(s, agency.name)} (${value})` : value };
        }),
        task: there(({ task }) => task ?? '-').map((value) => ({ value, label: value === '-' ? s.t('report.onTheWhole') : value })),
    };
    return h('section', { class: 'choice-card', key: 'filters', 'aria-label': s.t('reports.filters') },
        h('div', { class: 'choice-fields' }, FILTERS.map((name) => selectField(s, {
            form: 'opinions', name, label: s.t(`reports.filter.${name}`), value: query.get(name) ?? '',
            options: [{ value: '', label: s.t('matrix.all') }, ...options[name]], change: (value) => chosen(page, { [name]: value }) }))));
}

function list(s, { agencies }, rows) {
    return table(s, {
        id: 'opinions-title', caption: s.t('reports.opinions'), rows, rowKey: ({ id }) => id,
        columns: [
            { key: 'text', label: s.t('report.column.opinion'), head: true, cell: ({ id, text }) =>
                h('a', { href: `/reports/opinions/${id}`, lang: s.languageOf(text) }, text) },
            { key: 'status', label: s.t('report.column.opinionStatus'), cell: ({ status }) => opinionStanding(s, status) },
            { key: 'agency', label: s.t('report.column.agency'), cell: ({ addressedTo }) => agencyOf(s, agencies, addressedTo) },
            { key: 'task', label: s.t('reports.task'), cell: ({ task }) => task
                ? h('a', { class: 'is-code', href: `/tasks/${encodeURIComponent(task)}` }, task) : s.t('report.onTheWhole') },
            { key: 'meeting', label: s.t('reports.meeting'), cell: ({ meeting }) => meeting
                ? h('a', { class: 'is-code', href: `/reports/meetings/${encodeURIComponent(meeting)}` }, meeting) : '–' },
            { key: 'givenAt', label: s.t('reports.givenAt'), cell: ({ givenAt }) => h('time', { datetime: givenAt }, s.instantDay(givenAt)) },
            { key: 'answer', label: s.t('report.column.answer'), cell: ({ answer }) => answer
                ? h('span', { lang: s.languageOf(answer) }, answer) : '–' },
        ],
    });
}
