/** What is wrong with a sheet, by row and column, as it stands in the spreadsheet. */
import { h } from '../h.js';
import { problemBox } from '../work/forms.js';
import { table } from '../work/table.js';

export function refusals(s, problem) {
    const places = (problem.errors ?? []).map(({ pointer, detail }) => ({ ...placeOf(pointer), detail }));
    const cells = places.filter(({ row }) => row !== null);
    return [
        cells.length > 0
            ? h('div', { class: 'problem', role: 'alert' },
                h('p', { class: 'problem-title' }, s.t('bulk.notRight', { count: problem.errors.length })), h('p', null, s.t('bulk.nothingFiled')))
            : problemBox(s, problem, { form: 'bulk' }),
        places.filter(({ row }) => row === null && cells.length > 0).map(({ detail }, index) => h('p', { key: index }, detail)),
        cells.length > 0 && table({
            caption: s.t('bulk.errors', { count: cells.length }), captionSeen: true, named: 'bulk-result', kind: 'is-dense is-errors',
            columns: ['row', 'column', 'what'].map((name) => s.t(`bulk.${name}`)),
            stacked: false, // it is held beside the rows of a spreadsheet
            rows: cells.map(({ row, column, detail }, index) => h('tr', { key: index },
                h('th', { scope: 'row' }, s.number(row)),
                h('td', null, column ? s.named('bulk.column', column) : '–'),
                h('td', null, detail))),
        }),
    ];
}

function placeOf(pointer) {
    const [, row, column = null] = /^\/?rows\/(\d+)(?:\/([^/]+))?/.exec(pointer ?? '') ?? [];
    return { row: row === undefined ? null : Number(row), column };
}
