/** What a task says: its content, each fact with where it comes from, and what was set and later changed. */
import { h } from '../../h.js';
import { content, plain } from '../../parts.js';
import { table } from '../../work/table.js';
import { areaWords, planKnown } from './known.js';
import { tell } from './words.js';

export function facts(page, task) {
    const { s } = page;
    return h('section', { class: 'card', key: 'facts', 'aria-labelledby': 'facts-title' },
        h('h2', { id: 'facts-title' }, s.t('tasks.content')),
        h('dl', { class: 'plan-facts' }, rows(page, task).map(([name, value]) => h('div', { key: name },
            h('dt', null, s.t(`planning.field.${name}`)),
            h('dd', null, value ?? h('span', { class: 'not-stated' }, s.t('page.notStated')))))),
        list(page, 'measures', task.measures.length > 0 && h('ul', { class: 'plan-bullets' },
            task.measures.map((one, index) => h('li', { key: index, lang: s.languageOf(one) }, one)))),
        list(page, 'milestones', milestones(page, task)),
        list(page, 'indicators', indicators(page, task)),
        list(page, 'recognitions', task.recognitions.length > 0 && h('ul', { class: 'plan-bullets' },
            task.recognitions.map((one, index) => h('li', { key: index }, [one.award, one.title, one.document].filter(Boolean).join(' · '))))),
        task.rescheduled?.length > 0 && [h('h3', { class: 'plan-sub' }, s.t('tasks.rescheduled')), rescheduled(page, task)]);
}

function rows(page, task) {
    const { s } = page;
    const channel = planKnown(page, task.plan)?.proposalChannels.find(({ code }) => code === task.proposalChannel);
    return [
        ['summary', task.summary && content(s, task.summary)],
        ['area', task.area && [areaWords(page, task.plan, task.area), ' ',
            h('span', { class: 'mark' }, s.named('planning.areaProvenance', task.areaProvenance))]],
        ['startsOn', task.startsOn && s.date(task.startsOn)],
        ['endsOn', task.endsOn && s.date(task.endsOn)],
        ['visibility', [s.named('planning.visibility', task.visibility),
            task.visibilityReason && [' · ', h('span', { lang: s.languageOf(task.visibilityReason) }, task.visibilityReason)]]],
        ['origin', s.named('origin', task.origin)],
        ['proposalChannel', channel ? plain(s, channel.name) : task.proposalChannel],
        ['source', task.source && source(s, task.source)],
    ];
}

function source(s, { document: title, publishedOn, quotation }) {
    return [
        h('cite', { class: 'plan-cite', lang: s.languageOf(title) }, title), publishedOn && ` (${publishedOn})`,
        quotation && h('blockquote', { class: 'worklist-words', lang: s.languageOf(quotation) }, quotation),
    ];
}

function list(page, name, shown) {
    const { s } = page;
    return [
        h('h3', { class: 'plan-sub', key: `${name}-title`, id: `facts-${name}` }, s.t(`planning.field.${name}`)),
        h('div', { key: name }, shown || h('p', { class: 'not-stated' }, s.t('page.notStated'))),
    ];
}

function tableOf({ s }, name, columns, rows) {
    return table({
        caption: s.t(`planning.field.${name}`), named: `facts-${name}`, kind: 'plan-table', rows,
        columns: columns.map((column) => ({ label: s.t(`planning.field.${column}`), number: ['baseline', 'target'].includes(column) })),
    });
}

function day(s, value) {
    return h('td', { class: 'plan-nowrap' }, value ? s.date(value) : h('span', { class: 'not-stated' }, s.t('page.notStated')));
}

function milestones(page, task) {
    const { s } = page;
    return task.milestones.length > 0 && tableOf(page, 'milestones', ['title', 'dueOn', 'doneOn'], task.milestones.map((one) => h('tr', { key: one.id },
        h('th', { scope: 'row' }, content(s, one.title), ' ', h('span', { class: 'task-facts code' }, one.id)),
        day(s, one.dueOn),
        one.doneOn ? day(s, one.doneOn) : h('td', { class: 'not-stated' }, s.t('tasks.notDone')))));
}

function indicators(page, task) {
    const { s } = page;
    const number = (value) => h('td', { class: 'is-number' },
        value === null ? h('span', { class: 'not-stated' }, s.t('page.notStated')) : s.number(value));
    return task.indicators.length > 0 && tableOf(page, 'indicators', ['name', 'direction', 'baseline', 'target', 'targetOn', 'note'],
        task.indicators.map((one) => h('tr', { key: one.code },
            h('th', { scope: 'row' }, content(s, one.name), ' ', h('span', { class: 'task-facts' }, h('span', { class: 'code' }, one.code), ` (${s.named('planning.unit', one.unit)})`)),
            h('td', { class: 'plan-nowrap' }, s.named('planning.direction', one.direction)),
            number(one.baseline), number(one.target), day(s, one.targetOn),
            h('td', null, one.note && h('span', { lang: s.languageOf(one.note) }, one.note)))));
}

function rescheduled(page, task) {
    const { s } = page;
    return h('ul', { class: 'plan-bullets' }, task.rescheduled.map((one, index) => h('li', { key: index },
        `${nameOf(page, task, one)} · ${s.named('planning.field', one.field)}: ${tell(page, one.field, one.from)} → ${tell(page, one.field, one.to)} `,
        h('span', { class: 'card-note' }, `(${s.instantDay(one.changedAt)}) `),
        one.reason && h('span', { lang: s.languageOf(one.reason) }, one.reason))));
}

function nameOf({ s }, task, { kind, id }) {
    const milestone = kind === 'milestone' && task.milestones.find((one) => one.id === id);
    const indicator = kind === 'indicator' && task.indicators.find((one) => one.code === id);
    return milestone ? plain(s, milestone.title) : indicator ? plain(s, indicator.name) : id;
}
