/** Which tasks to look at: by how they go, by status, and those whose healths disagree. */
import { h } from '../h.js';
import { countByHealth, countByStatus, isFiltering, isSplit, knowsHealth, NO_FILTER, WITHOUT_HEALTH } from '../board.js';
import { healthIcon, sign, statusIcon } from '../parts.js';

/** Two arrows that part: also the mark on a task. */
export const SPLIT = 'M12 20v-6M12 14L5 6M12 14l7-8M5 10.5V6h4.5M14.5 6H19v4.5';

export function filters(state, s, tasks, actions) {
    const chips = { state, s, actions };
    return h(
        'div',
        { class: 'filters', key: 'filters', role: 'group', 'aria-label': s.t('matrix.filters') },
        knowsHealth(tasks)
            ? [healths(chips, tasks), statuses(chips, tasks)]
            : statuses(chips, tasks, all(chips, tasks)),
    );
}

function all(chips, tasks) {
    const { state, s } = chips;
    return chip(chips, NO_FILTER, tasks.length, s.t('matrix.all'), null, !isFiltering(state.filter), 'all');
}

function healths(chips, tasks) {
    const { state, s } = chips;
    const split = tasks.filter(isSplit).length;
    return group(s, 'health', [
        all(chips, tasks),
        countByHealth(tasks)
            .filter(({ health, count }) =>
                // Those not begun come and go while one looks: their chip stays, so that the rows below do not move.
                count > 0 || state.filter.health === health || health === 'NOT_STARTED' || !WITHOUT_HEALTH.includes(health))
            .map(({ health, count }) =>
                choice(chips, 'health', health, count, healthIcon(health))),
        chip(chips, { split: !state.filter.split }, split, s.t('health.split'), sign(SPLIT),
            state.filter.split, 'split'),
    ]);
}

/** All seven are always there, those without a task too: a chip must not come under the pointer by itself. */
function statuses(chips, tasks, first = null) {
    return group(chips.s, 'status', [
        first,
        countByStatus(tasks).map(({ status, count }) =>
            choice(chips, 'status', status, count, statusIcon(status))),
    ]);
}

function group(s, kind, chips) {
    const id = `filter-${kind}`;
    return h(
        'div',
        { key: kind, class: 'filter-group', role: 'group', 'aria-labelledby': id },
        h('span', { id, class: 'filter-name' }, s.t(`matrix.${kind}`)),
        chips,
    );
}

/** A chip that is let go by pressing it again. */
function choice(chips, kind, value, count, icon) {
    const chosen = chips.state.filter[kind] === value;
    return chip(chips, { [kind]: chosen ? null : value }, count, chips.s.named(kind, value), icon, chosen, value);
}

function chip({ s, actions }, filter, count, word, icon, pressed, key) {
    return h(
        'button',
        {
            key, class: count === 0 ? 'chip is-empty' : 'chip', type: 'button', 'aria-pressed': String(pressed),
            on: { click: () => actions.filter(filter) },
        },
        icon,
        h('span', null, word),
        ' ',
        h('span', { class: 'chip-count' }, s.t('matrix.count', { count })),
    );
}
