/** Short keys of the review desk: never while something is typed, and not at all for who switched them off. */
import { h } from '../../h.js';
import { checkField } from '../../work/forms.js';
import { recall, remember } from '../../preferences.js';
import { SECTIONS } from './comparison.js';
import { openComment } from './comments.js';
import { choose, mayDecide } from './deciding.js';
import { filtersOf } from './queue.js';
import { neighbours } from './review.js';
import { address, card } from './pieces.js';

const KEYS = ['j', 'k', 'c', 'a', 'r', 'n', 'p', 'u', '?'];
let listening = false;

/** Listens once, however often the page is arrived at. */
export function listen(page) {
    if (!listening) {
        listening = true;
        addEventListener('keydown', (event) => pressed(page, event));
    }
}

function pressed(page, event) {
    const data = page.state.checkpoint?.data;
    const elsewhere = page.path[0] !== 'review' || !page.path[1] || page.dialog || !data || data.checkpoint.id !== page.path[1];
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (elsewhere || typing || event.ctrlKey || event.metaKey || event.altKey || !switchedOn() || !KEYS.includes(event.key)) {
        return;
    }
    event.preventDefault();
    if (event.key === 'j' || event.key === 'k') {
        step(event.key === 'j' ? 1 : -1);
    } else {
        act(page, data, event.key);
    }
}

function act(page, data, key) {
    const { before, next } = neighbours(page, data.checkpoint.id);
    const lead = (item) => item && page.go(address(`review/${item.id}`, filtersOf(page)));
    const decides = mayDecide(data) && page.state.review?.of === data.checkpoint.id;
    ({
        c: () => decides && openComment(page, here() ?? SECTIONS[0]),
        a: () => decides && choose(page, 'ACCEPT'),
        r: () => decides && choose(page, 'RETURN'),
        n: () => lead(next),
        p: () => lead(before),
        u: () => page.go(address('review', filtersOf(page))),
        '?': () => page.set({ keysShown: !page.state.keysShown }),
    })[key]();
}

/** The section that the focus is in. */
function here() {
    return SECTIONS.find((section) => document.getElementById(`part-${section}`)?.contains(document.activeElement)) ?? null;
}

function step(by) {
    const place = SECTIONS.indexOf(here());
    const to = Math.min(Math.max(place + by, 0), SECTIONS.length - 1);
    document.getElementById(`part-${SECTIONS[to]}`)?.focus();
}

function switchedOn() {
    return recall('reviewKeys') !== 'off';
}

export function help(page) {
    const { s, state } = page;
    return state.keysShown && card(s.t('keys.title'), 'keys-title', s.t('keys.note'),
        h('dl', { class: 'round-keys' }, [...KEYS, 'Ctrl+Enter'].map((key) => h('div', { key },
            h('dt', null, h('kbd', null, key)), h('dd', null, s.t(`keys.${key}`))))),
        checkField(s, {
            form: 'keys', name: 'on', label: s.t('keys.on'), value: switchedOn(),
            change: (on) => { remember('reviewKeys', on ? null : 'off'); page.set({}); },
        }));
}
