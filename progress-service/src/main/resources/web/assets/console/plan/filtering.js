/** Lists that are chosen by the address, so that a choice can be kept and passed on: each goes there at once. */
import { h } from '../../h.js';
import { button, selectField, textField } from '../../work/forms.js';
import { held, hold } from '../../work/loading.js';

/**
 * @param {object} list `name` under which what is typed is held, `path` of the list, `filters` the parameters of its address,
 *     `first` the filter that the keyboard is led to once all are cleared
 */
export function filtering(page, { name, path, filters, first }) {
    const { s, query } = page;

    /** What was typed to be found goes along, so that it is not lost by choosing something else. */
    function choose(changes) {
        const { typed } = held(page, name);
        const chosen = new URLSearchParams(query);
        Object.entries({ ...(typed === undefined || typed === null ? {} : { q: typed.trim() }), ...changes })
            .forEach(([filter, value]) => (value ? chosen.set(filter, value) : chosen.delete(filter)));
        const words = chosen.toString();
        page.go(`${path}${words ? `?${words}` : ''}`, true);
    }

    function clear() {
        choose(Object.fromEntries(filters.map((filter) => [filter, ''])));
        document.getElementById(`filter-${first}`)?.focus();
    }

    return {
        choose,
        select: (filter, label, options, more = {}) => selectField(s, {
            form: 'filter', name: filter, label, value: query.get(filter) ?? '', options,
            change: (value) => choose({ [filter]: value }), ...more,
        }),
        form: (label, ...fields) => h('form', { class: 'plan-filters', role: 'search', on: { submit: (event) => {
            event.preventDefault();
            choose({});
        } } },
        fields,
        textField(s, {
            form: 'filter', name: 'q', type: 'search', label, maxlength: 200,
            value: held(page, name).typed ?? query.get('q') ?? '', change: (typed) => hold(page, name, { typed }),
        }),
        h('div', { class: 'plan-filter-actions', key: 'actions' },
            button(s, { label: s.t('tasks.find'), type: 'submit' }),
            filters.some((filter) => query.get(filter)) && button(s, { label: s.t('tasks.clear'), key: 'clear', run: clear }))),
    };
}
