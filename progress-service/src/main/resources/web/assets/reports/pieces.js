/** Small pieces of several views of the reports. Pure. */
import { h } from '../h.js';
import { agencyName, healthIcon, statusIcon } from '../parts.js';
import { table as listed } from '../work/table.js';

const TABS = [
    { path: '', key: 'reports.now', signedIn: true },
    { path: 'agencies', key: 'reports.agencies', signedIn: true },
    { path: 'meetings', key: 'reports.meetings' },
    { path: 'opinions', key: 'reports.opinions', signedIn: true },
    { path: 'published', key: 'reports.published' },
];

export function tabs({ s, path, session, query }) {
    const here = path[0] ?? (session?.signedIn ? '' : 'published');
    const plan = query.get('plan') ? `?plan=${encodeURIComponent(query.get('plan'))}` : '';
    return h('nav', { key: 'tabs', 'aria-label': s.t('reports.tabs') }, h('ul', { class: 'tabs' },
        TABS.filter(({ signedIn }) => !signedIn || session?.signedIn).map((tab) => h('li', { key: tab.path },
            h('a', { href: `/reports${tab.path && '/'}${tab.path}${plan}`, 'aria-current': tab.path === here ? 'page' : null },
                s.t(tab.key))))));
}

/**
 * A table that can be scrolled sideways by itself.
 *
 * @param {object} table `id` of the element that names it, `caption`, `columns` of `{key, label, number, head, cell(row)}`,
 *     `rows` with `rowKey(row)`, `figures` where they are read down a column
 */
export function table(s, { id, caption, columns, rows, rowKey, figures = false }) {
    return rows.length === 0
        ? h('p', { class: 'card-note' }, s.t('report.empty'))
        : listed({
            caption, named: id, kind: 'is-dense', columns, stacked: !figures,
            rows: rows.map((row) => h('tr', { key: rowKey(row) }, columns.map(({ key, number, head, cell }) =>
                h(head ? 'th' : 'td', { key, scope: head ? 'row' : null, class: number ? 'is-number' : null }, cell(row))))),
        });
}

export function section(s, { id, title, note = null }, ...body) {
    return h('section', { class: 'card', key: id, 'aria-labelledby': `${id}-title` },
        h('div', { class: 'card-head' }, h('h2', { id: `${id}-title` }, title), note && h('p', { class: 'card-note' }, note)),
        body);
}

export function health(s, code) {
    return code ? h('span', { class: 'with-icon' }, healthIcon(code), ' ', s.named('health', code)) : '–';
}

export function status(s, code) {
    return code ? h('span', { class: 'with-icon' }, statusIcon(code), ' ', s.named('status', code)) : '–';
}

export function agencyOf(s, agencies, code) {
    return code ? agencyName(s, agencies.find((one) => one.code === code), code) : '–';
}

export function facts(pairs) {
    return h('dl', { class: 'facts' }, pairs.filter(Boolean).map(([name, value]) =>
        h('div', { key: name }, h('dt', null, name), h('dd', null, value))));
}

export function prose(s, text) {
    return text
        ? h('p', { class: 'prose', lang: s.languageOf(text) }, text)
        : h('p', { class: 'not-stated' }, s.t('page.notStated'));
}

export function opinionStanding(s, code) {
    return h('span', { class: 'standing', 'data-standing': code }, s.t(`opinion.${code}`));
}

/** Leads to the same view with other choices; what is empty is left out. */
export function chosen(page, changes, replace = true) {
    const query = new URLSearchParams(page.query);
    query.delete('lang');
    for (const [name, value] of Object.entries(changes)) {
        if (value) {
            query.set(name, value);
        } else {
            query.delete(name);
        }
    }
    const text = query.toString();
    page.go(`/reports${page.path.map((part) => `/${encodeURIComponent(part)}`).join('')}${text && '?'}${text}`, replace);
}
