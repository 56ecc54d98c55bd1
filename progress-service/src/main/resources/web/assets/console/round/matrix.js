/** The checkpoints of a cycle as a table: a row for each agency, a column for each task. */
import { h } from '../../h.js';
import { content, plain } from '../../parts.js';
import { address, checkpointState, timeliness } from './pieces.js';

/** Of what was filed in time nothing more need be said. */
const QUIET = ['ON_TIME', 'NOT_DUE'];

export function matrix(page, checkpoints) {
    const { s } = page;
    const tasks = unique(checkpoints, 'task').sort((one, other) => one.task.localeCompare(other.task));
    const agencies = unique(checkpoints, 'agency').sort((one, other) => s.compare(plain(s, one.agencyName), plain(s, other.agencyName)));
    const at = new Map(checkpoints.map((one) => [`${one.agency} ${one.task}`, one]));
    return h('div', { class: 'table-scroll', key: 'matrix', tabindex: 0, role: 'region', 'aria-label': s.t('rounds.checkpoints') },
        h('table', { class: 'table round-table round-matrix' },
            h('caption', { class: 'sr-only' }, s.t('rounds.matrixCaption')),
            h('thead', null, h('tr', null,
                h('th', { scope: 'col' }, s.t('review.column.agency')),
                tasks.map((one) => h('th', { key: one.task, scope: 'col' },
                    h('span', { class: 'code' }, one.task), h('span', { class: 'round-matrix-title' }, content(s, one.taskTitle)))))),
            h('tbody', null, agencies.map((one) => h('tr', { key: one.agency },
                h('th', { scope: 'row' }, content(s, one.agencyName)),
                tasks.map(({ task }) => cell(s, task, at.get(`${one.agency} ${task}`))))))));
}

function cell(s, task, checkpoint) {
    return h('td', { key: task }, checkpoint
        ? [
            h('a', { class: 'round-cell', href: address(`review/${checkpoint.id}`) }, checkpointState(s, checkpoint.status)),
            !QUIET.includes(checkpoint.timeliness) && checkpoint.status !== 'WAIVED' && [' ', timeliness(s, checkpoint)],
        ]
        : h('span', { class: 'round-empty' }, h('span', { 'aria-hidden': 'true' }, '·'), h('span', { class: 'sr-only' }, s.t('rounds.notPart'))));
}

function unique(checkpoints, name) {
    return [...new Map(checkpoints.map((one) => [one[name], one])).values()];
}
