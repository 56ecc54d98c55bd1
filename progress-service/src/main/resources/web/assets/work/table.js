/** Tables that are lists: where there is little room a row stands as lines, each with the heading of its column before it. */
import { h } from '../h.js';

/**
 * A table in a box that scrolls by itself where it is still too wide.
 *
 * @param {object} table `caption` and whether it is `captionSeen`; `columns`, each a label or `{label, number, key}`; `rows`
 *     descriptions of `tr`, with a cell for each column or one across them all; `named` the id of what names the box, else its
 *     caption does; `kind` further classes; `stacked` false where figures are read down a column, not along a row
 */
export function table({ caption, captionSeen = false, columns, rows, named = null, key = null, kind = '', stacked = true }) {
    const heads = columns.map((column) => (typeof column === 'string' ? { label: column } : column));
    // Rows that are shown as blocks are no rows any more to those who listen, unless that is said.
    return h('div', { class: 'table-scroll', key, tabindex: 0, role: 'region', ...(named ? { 'aria-labelledby': named } : { 'aria-label': caption }) },
        h('table', { class: `table ${stacked ? 'is-stacked ' : ''}${kind}`.trim(), role: 'table' },
            h('caption', { class: captionSeen ? null : 'sr-only' }, caption),
            h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads.map(({ label, number, key: of = label }) =>
                h('th', { key: of, scope: 'col', role: 'columnheader', class: number ? 'is-number' : null }, label)))),
            h('tbody', { role: 'rowgroup' }, rows.flat().filter(Boolean).map((row) => labelled(row, heads)))));
}

function labelled(row, heads) {
    return {
        ...row,
        attributes: { ...row.attributes, role: 'row' },
        children: row.children.map((cell, index) => ({ ...cell, attributes: {
            ...cell.attributes,
            role: cell.tag === 'th' ? 'rowheader' : 'cell',
            'data-label': cell.tag === 'th' || cell.attributes.colspan ? null : heads[index]?.label,
        } })),
    };
}
