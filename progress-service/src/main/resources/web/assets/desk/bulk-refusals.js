/** What is wrong with a sheet, by row and column, as it stands in the spreadsheet. */
import { h } from '../h.js';
import { troubleBox } from '../work/loaded.js';

export function refusals(s, problem) {
    const places = (problem.errors ?? []).map(({ pointer, detail }) => ({ ...placeOf(pointer), detail }));
    const cells = places.filter(({ row }) => row !== null);
    return [
        troubleBox(s, { ...problem, errors: (problem.errors ?? []).filter((error) => placeOf(error.pointer).row === null) }, { form: 'bulk' }),
        cells.length > 0 && h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'bulk-result' },
            h('table', { class: 'table is-dense' },
                h('caption', null, s.t('bulk.errors', { count: cells.length })),
                h('thead', null, h('tr', null, ['row', 'column', 'what'].map((name) =>
                    h('th', { key: name, scope: 'col' }, s.t(`bulk.${name}`))))),
                h('tbody', null, cells.map(({ row, column, detail }, index) => h('tr', { key: index },
                    h('th', { scope: 'row' }, s.number(row)),
                    h('td', null, column ? s.named('bulk.column', column) : '–'),
                    h('td', null, detail)))))),
        cells.length > 0 && h('p', { class: 'card-note' }, s.t('bulk.nothingFiled')),
    ];
}

function placeOf(pointer) {
    const [, row, column = null] = /^\/?rows\/(\d+)(?:\/([^/]+))?/.exec(pointer ?? '') ?? [];
    return { row: row === undefined ? null : Number(row), column };
}
