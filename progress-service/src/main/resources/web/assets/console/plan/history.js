/** What was done to something, by whom, when and why, the latest first. */
import { h } from '../../h.js';
import { statusIcon } from '../../parts.js';
import { agencyFull } from './known.js';
import { tellChange } from './words.js';

/** So many rows are read in passing; more are opened when wanted. */
const IN_PASSING = 4;

/**
 * @param {Array} entries the latest first: `{version, at, title, by, from, to, reason, changes}`
 */
export function history(page, entries, plan = null) {
    const { s } = page;
    return h('ol', { class: 'plan-history' }, entries.map((entry) => h('li', { key: entry.version, class: 'plan-history-entry' },
        h('p', { class: 'plan-history-head' },
            h('strong', null, entry.title),
            entry.from && entry.to && entry.from !== entry.to && move(s, entry),
            h('span', { class: 'plan-history-facts' },
                h('time', { datetime: entry.at }, s.instant(entry.at)), ' · ', entry.by)),
        entry.reason && h('p', { class: 'worklist-words' },
            h('span', { class: 'sr-only' }, `${s.t('form.reason')}: `),
            h('span', { lang: s.languageOf(entry.reason) }, entry.reason)),
        changed(page, entry, plan))));
}

function move(s, { from, to }) {
    const stage = (status) => h('span', { class: 'stage', 'data-status': status }, statusIcon(status), s.named('status', status));
    return h('span', { class: 'plan-move' }, stage(from), h('span', { 'aria-hidden': 'true' }, '→'),
        h('span', { class: 'sr-only' }, s.t('history.to')), stage(to));
}

function changed(page, { changes }, plan) {
    const { s } = page;
    const rows = (changes ?? []).flatMap((change) => tellChange(page, change, plan));
    if (rows.length === 0) {
        return null;
    }
    return rows.length > IN_PASSING
        ? h('details', { class: 'plan-changes' }, h('summary', null, s.t('history.changes', { count: rows.length })), table(s, rows))
        : table(s, rows);
}

function table(s, rows) {
    return h('dl', { class: 'plan-change-list' }, rows.map(({ label, from, to }, index) => h('div', { key: index },
        h('dt', null, label),
        h('dd', null,
            h('del', null, h('span', { class: 'sr-only' }, `${s.t('history.before')}: `), from),
            h('span', { 'aria-hidden': 'true' }, ' → '),
            h('ins', null, h('span', { class: 'sr-only' }, `${s.t('history.after')}: `), to)))));
}

/** Who acted on a task. The API tells planners the account, not the name, of another. */
export function actorOfTask(page, { actor, actorAgency }) {
    const { s } = page;
    if (!actor || actor.startsWith('system:')) {
        return s.t('history.system');
    }
    const who = s.t('history.planner', { account: actor.slice(0, 8) });
    return actorAgency ? `${agencyFull(page, actorAgency)} ${who}` : who;
}

/** Who acted on an agency: the roles, and the agency spoken for. */
export function actorOfAgency(page, { roles, agency, subject }) {
    const { s } = page;
    const words = roles.map((role) => s.named('history.role', role)).join(', ') || s.t('history.system');
    return [agency && agencyFull(page, agency), words, subject?.slice(0, 8)].filter(Boolean).join(' ');
}

/** The lines of a task's history. */
export function linesOfTask(page, entries) {
    const { s } = page;
    return entries.map((entry) => ({ ...entry, title: s.named('history.action', entry.action), by: actorOfTask(page, entry) }));
}
