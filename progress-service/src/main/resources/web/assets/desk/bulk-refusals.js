/** What is wrong with a sheet, by row and column, as it stands in the spreadsheet. */
import { h } from '../h.js';
import { troubleBox } from '../work/loaded.js';

export function refusals(s, problem) {
    const places = (problem.errors ?? []).map(({ pointer, detail }) => ({ ...placeOf(pointer), detail }));
    const cells = places.filter(({ row }) => row !== null);
    return [
        cells.length > 0
            ? h('div', { class: 'problem', role: 'alert' },
                h('p', { class: 'problem-title' }, s.t('bulk.notRight', { count: problem.errors.length })), h('p', null, s.t('bulk.nothingFiled')))
            : troubleBox(s, problem, { form: 'bulk' }),
        places.filter(({ row }) => row === null && cells.length > 0).map(({ detail }, index) => h('p', { key: index }, detail)),
        cells.length > 0 && h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'bulk-result' },
            h('table', { class: 'table is-dense is-errors' },
                h('caption', null, s.t('bulk.errors', { count: cells.length })),
                h('thead', null, h('tr', null, ['row', 'column', 'what'].map((name) =>
                    h('th', { key: name, scope: 'col' }, s.t(`bulk.${name}`))))),
                h('tbody', null, cells.map(({ row, column, detail }, index) => h('tr', { key: index },
                    h('th', { scope: 'row' }, s.number(row)),
                    h('td', null, column ? s.named('bulk.column', column) : '–'),
                    h('td', null, detail)))))),
    ];
}

function placeOf(pointer) {
    const [, row, column = null] = /^\/?rows\/(\d+)(?:\/([^/]+))?/.exec(pointer ?? '') ?? [];
    return { row: row === undefined ? null : Number(row), column };
}
