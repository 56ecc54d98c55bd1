/** Reports frozen for meetings: taking one, having it verified, publishing it, and its files. */
import { h } from '../../h.js';
import { content } from '../../parts.js';
import { shown } from '../../work/loaded.js';
import { load, together } from '../../work/loading.js';
import { snapshotArrived, snapshotView } from './snapshot.js';
import { takeArrived, takeView } from './take.js';
import { address, card, head, stated, table } from './pieces.js';

export const snapshots = { path: 'snapshots', nav: 'frozen.nav', arrived, view };

function arrived(page) {
    const [, id] = page.path;
    if (id === 'new') {
        takeArrived(page);
    } else if (id) {
        snapshotArrived(page, id);
    } else {
        loadSnapshots(page);
    }
}

function loadSnapshots(page) {
    return load(page, 'snapshots', 'snapshots', (api) => together({
        plans: api.all('/api/v1/plans'), snapshots: api.all('/api/v1/snapshots'),
    }));
}

function view(page) {
    const { s } = page;
    const [, id] = page.path;
    if (id) {
        return id === 'new' ? takeView(page) : snapshotView(page);
    }
    return [
        head(page, {
            title: s.t('frozen.nav'), note: s.t('frozen.note'),
            actions: h('a', { class: 'button is-primary', href: address('snapshots/new') }, s.t('frozen.take')),
        }),
        shown(page, 'snapshots', (data) => list(page, data)),
    ];
}

function list(page, { plans, snapshots: all }) {
    const { s } = page;
    const has = plans.filter(({ code }) => all.some(({ plan }) => plan === code));
    if (has.length === 0) {
        return h('div', { class: 'card', key: 'none' }, h('div', { class: 'notice' },
            h('p', { class: 'notice-title' }, s.t('frozen.none')), h('p', { class: 'notice-hint' }, s.t('frozen.noneHint'))));
    }
    const columns = ['no', 'status', 'period', 'asOf', 'meeting', 'hash'];
    return has.map((plan) => card(content(s, plan.title), `frozen-${plan.code}`, h('span', { class: 'code' }, plan.code),
        table(`frozen-table-${plan.code}`, s.t('frozen.of', { plan: s.content(plan.title).text }), columns.map((name) => s.t(`frozen.column.${name}`)),
            all.filter((one) => one.plan === plan.code).sort((one, other) => other.no - one.no).map((one) => row(page, one)))));
}

function row(page, one) {
    const { s } = page;
    return h('tr', { key: one.id },
        h('th', { scope: 'row' }, h('a', { class: 'round-link', href: address(`snapshots/${one.id}`) }, one.id)),
        h('td', null, snapshotState(s, one.status)),
        h('td', { class: 'is-day' }, one.period ? s.period(one.period) : s.t('report.wholePlan')),
        h('td', { class: 'is-day' }, s.instant(one.asOf)),
        h('td', null, one.meeting ? h('a', { href: address(`meetings/${one.meeting}`) }, one.meeting) : stated(s, null)),
        h('td', null, h('code', { class: 'round-hash', title: one.hash }, one.hash.slice(0, 12), '…')));
}

export function snapshotState(s, status) {
    return h('span', { class: 'round-state', 'data-snapshot': status }, s.t(`frozen.status.${status}`));
}
