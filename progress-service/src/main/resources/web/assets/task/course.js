/** What became of a task: its statuses with their reasons, and every change of what was agreed. */
import { h } from '../h.js';
import { sign, statusIcon } from '../parts.js';
import { changeLines } from './changes.js';
import { absent, section } from './section.js';

const EDITED = 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3';

export function course(page) {
    const { s, state } = page;
    const { history } = state.parts;
    return section('course', s.t('report.section.history'), s.t('sheet.courseNote'),
        absent(s, history, s.t('sheet.noHistory'))
            ?? h('ol', { class: 'course' }, history.toReversed().map((each) => entry(page, each))));
}

function entry(page, each) {
    const { s } = page;
    const lines = changeLines(page, each.changes);
    return h(
        'li',
        { key: each.version, class: 'course-entry' },
        each.to ? statusIcon(each.to) : h('span', { class: 'change-sign' }, sign(EDITED)),
        h(
            'div',
            { class: 'course-words' },
            h('p', { class: 'course-what' }, what(s, each)),
            each.reason && h('p', { class: 'change-reason' }, h('span', { class: 'sr-only' }, `${s.t('feed.reason')}: `), h('q', { lang: s.languageOf(each.reason) }, each.reason)),
            lines.length > 0 && h('details', { class: 'sheet-more' }, h('summary', null, s.t('sheet.changed', { count: lines.length })),
                h('ul', { class: 'change-lines' }, lines.map((line, index) => h('li', { key: index }, line)))),
            h('p', { class: 'fact-note' }, h('time', { datetime: each.at }, s.instant(each.at))),
        ),
    );
}

function what(s, { action, from, to }) {
    const done = s.has(`sheet.action.${action}`) ? s.t(`sheet.action.${action}`) : s.t('feed.type.other');
    return [
        h('strong', null, done), ' ',
        to && (from
            ? [h('span', { 'aria-hidden': 'true' }, s.t('feed.transition', { from: s.named('status', from), to: s.named('status', to) })),
                h('span', { class: 'sr-only' }, s.t('feed.transitionSpoken', { from: s.named('status', from), to: s.named('status', to) }))]
            : s.named('status', to)),
    ];
}
