/** What changed since the last meeting, or since what was chosen: task by task, and why. */
import { h } from '../h.js';
import { content, plain } from '../parts.js';
import { agencyOf, health, section, status } from './pieces.js';

const HEALTHS = new Set(['health', 'declared', 'assessed', 'derived']);

export function changes({ s }, data) {
    const { changes: changed } = data;
    if (!changed) {
        return section(s, { id: 'changes', title: s.t('reports.changes') }, h('p', { class: 'card-note' }, s.t('reports.noComparison')));
    }
    const title = changed.of ? s.t(changed.of.startsWith(`${data.head.plan}-M`) ? 'reports.changesOf' : 'reports.changesOfReport', { of: changed.of }) : s.t('reports.changes');
    return section(s, { id: 'changes', title, note: s.t('reports.changesNote', { since: s.instant(changed.since), count: changed.tasks.length }) },
        changed.tasks.length === 0
            ? h('p', { class: 'card-note' }, s.t('reports.noChanges'))
            : h('ol', { class: 'changed' }, changed.tasks.map((task) => changedTask(s, task, data))));
}

function changedTask(s, { task, title, fields, why }, data) {
    const reasons = why.filter(({ reason }) => reason);
    return h('li', { key: task, class: 'changed-task' },
        h('h3', null, h('a', { href: `/tasks/${encodeURIComponent(task)}` }, content(s, title)), ' ', h('span', { class: 'code' }, task)),
        fields.length > 0 && h('table', { class: 'changed-fields' },
            h('caption', { class: 'sr-only' }, s.t('reports.changedFields', { task })),
            h('thead', { class: 'sr-only' }, h('tr', null, ['field', 'from', 'to'].map((name) =>
                h('th', { key: name, scope: 'col' }, s.t(`report.column.${name}`))))),
            h('tbody', null, fields.map(({ field, from, to }) => h('tr', { key: field },
                h('th', { scope: 'row' }, s.named('report.field', field)), values(s, field, from, to, data))))),
        reasons.length > 0 && h('ul', { class: 'changed-why' }, reasons.map((event, index) => h('li', { key: index },
            h('span', { class: 'owed-facts' }, s.instantDay(event.at), ' ', happened(s, event, data)), ' ',
            h('span', { lang: s.languageOf(event.reason) }, event.reason)))),
        why.length > reasons.length && h('details', { class: 'changed-all' },
            h('summary', null, s.t('reports.events', { count: why.length })),
            h('ol', null, why.map((event, index) => h('li', { key: index },
                h('span', { class: 'owed-facts' }, s.instant(event.at)), ' ', happened(s, event, data))))));
}

/** A list is told by what differs in it: nobody wants to compare two long ones by eye. */
function values(s, field, from, to, data) {
    if (Array.isArray(from) || Array.isArray(to)) {
        const before = new Map((from ?? []).map((item) => [nameOf(s, item, data), item]));
        const after = new Map((to ?? []).map((item) => [nameOf(s, item, data), item]));
        const rows = [...new Set([...before.keys(), ...after.keys()])]
            .filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)));
        return [h('td', null, list(s, rows, before)), h('td', null, list(s, rows, after))];
    }
    return [h('td', null, value(s, field, from, data)), h('td', null, value(s, field, to, data))];
}

function list(s, names, items) {
    return h('ul', null, names.map((name) => h('li', { key: name }, items.has(name) ? `${name}${detail(s, items.get(name))}` : '–')));
}

function nameOf(s, item, data) {
    if (typeof item !== 'object' || item === null) {
        return String(item);
    }
    return item.title ? plain(s, item.title) : item.name ? plain(s, item.name)
        : item.agency ? agencyText(s, item.agency, data) : item.code ?? JSON.stringify(item);
}

function agencyText(s, code, { agencies }) {
    const agency = agencies.find((one) => one.code === code);
    return agency ? plain(s, agency.shortName?.[s.language] ? agency.shortName : agency.name) : code;
}

function detail(s, item) {
    if (typeof item !== 'object' || item === null) {
        return '';
    }
    const parts = [
        item.role && s.t(`role.${item.role}`),
        item.dueOn && s.t('reports.dueOn', { day: s.date(item.dueOn) }),
        item.doneOn && s.t('reports.doneOn', { day: s.date(item.doneOn) }),
        item.target !== undefined && item.target !== null && `${s.t('report.column.target')} ${s.number(item.target)}`,
        item.value !== undefined && item.value !== null && `${s.t('report.column.value')} ${s.number(item.value)}`,
    ].filter(Boolean);
    return parts.length > 0 ? `: ${parts.join(' · ')}` : '';
}

function value(s, field, given, data) {
    if (given === null || given === undefined) {
        return '–';
    }
    if (HEALTHS.has(field)) {
        return health(s, given);
    }
    switch (field) {
        case 'status': return status(s, given);
        case 'percentComplete': return `${given}%`;
        case 'lead': return agencyOf(s, data.agencies, given);
        case 'area': return areaOf(s, data, given);
        case 'origin': return s.named('origin', given);
        case 'startsOn':
        case 'endsOn': return s.date(given);
        default: return typeof given === 'object' ? content(s, given) : String(given);
    }
}

export function areaOf(s, { byArea }, code) {
    const area = byArea.find((one) => one.area === code);
    return area?.name ? content(s, area.name) : code ?? s.t('page.notStated');
}

function happened(s, { type, action, from, to, agency, subject }, data) {
    const who = agency ? agencyText(s, agency, data) : '';
    if (type === 'opinion.status-changed') {
        return h('a', { href: `/reports/opinions/${subject}` }, s.named('reports.event.opinion', from === 'ANSWERED' && to === 'OPEN' ? 'BACK' : to));
    }
    const key = [`feed.type.${type}.${action ?? to}`, `feed.type.${type}`].find((name) => s.has(name));
    const told = key ? s.t(key, { agency: who }) : type;
    return (type === 'task.health-changed' || type === 'task.status-changed') && from !== to
        ? `${told}: ${named(s, type, from)} → ${named(s, type, to)}` : told;
}

function named(s, type, code) {
    return code ? s.named(type === 'task.health-changed' ? 'health' : 'status', code) : '–';
}
