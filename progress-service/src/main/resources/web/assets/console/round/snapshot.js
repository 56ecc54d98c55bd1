/** One frozen report: what it is of, its hashes, the verification of it, its files, and publishing it. */
import { h } from '../../h.js';
import { button, errorsOf, problemBox, textArea } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, tagged } from '../../work/loading.js';
import { size } from './figures.js';
import { askKept } from './kept.js';
import { snapshotState } from './snapshots.js';
import { address, card, facts, focusLater, head, stated, tell } from './pieces.js';

export function snapshotArrived(page, id) {
    if (page.state.verification?.of !== id) {
        page.set({ verification: null });
    }
    loadSnapshot(page, id);
}

function loadSnapshot(page, id) {
    return load(page, 'snapshot', id, (api) => tagged(api.get(`/api/v1/snapshots/${encodeURIComponent(id)}`)));
}

export function snapshotView(page) {
    return shown(page, 'snapshot', (snapshot) => one(page, snapshot), { alone: true });
}

function one(page, snapshot) {
    const { s } = page;
    return [
        head(page, {
            back: { href: address('snapshots'), label: s.t('frozen.nav') }, title: s.t('frozen.title', { id: snapshot.id }),
            note: snapshotState(s, snapshot.status),
            actions: snapshot.allowedTransitions.includes('PUBLISHED')
                && button(s, { label: s.t('frozen.publish'), kind: 'is-primary', run: () => publish(page, snapshot) }),
        }),
        h('div', { class: 'round-halves', key: 'one' },
            card(s.t('frozen.what'), 'what-title', null, facts([
                [s.t('report.fact.plan'), h('span', { class: 'code' }, snapshot.plan)],
                [s.t('frozen.column.period'), snapshot.period ? s.period(snapshot.period) : s.t('report.wholePlan')],
                [s.t('frozen.column.asOf'), s.instant(snapshot.asOf)],
                [s.t('frozen.takenAt'), s.instant(snapshot.takenAt)],
                [s.t('frozen.column.meeting'), snapshot.meeting
                    ? h('a', { href: address(`meetings/${snapshot.meeting}`) }, snapshot.meeting) : stated(s, null)],
                snapshot.publishedAt && [s.t('frozen.publishedAt'), s.instant(snapshot.publishedAt)],
                [s.t('frozen.column.hash'), h('code', { class: 'round-hash' }, snapshot.hash)],
                [s.t('frozen.previous'), snapshot.previousHash
                    ? h('code', { class: 'round-hash' }, snapshot.previousHash) : s.t('frozen.firstOfAll')],
            ])),
            verification(page, snapshot)),
        files(page, snapshot),
    ];
}

function verification(page, snapshot) {
    const { s, state } = page;
    const check = state.verification?.of === snapshot.id ? state.verification : null;
    return card(s.t('frozen.verification'), 'verification-title', s.t('frozen.verificationNote'),
        problemBox(s, check?.problem ?? null, { form: 'verification' }),
        check?.result && outcome(s, check.result),
        h('div', { class: 'actions' },
            button(s, { label: s.t(check?.result ? 'frozen.verifyAgain' : 'frozen.verify'), busy: check?.busy ?? false, run: () => verify(page, snapshot) }),
            check?.busy && h('span', { role: 'status' }, s.t('frozen.verifying'))));
}

/** It says that the files are those that were frozen; of what stands in them it says nothing. */
function outcome(s, { verified, checkedAt, filesChecked, findings }) {
    return h('div', { key: 'outcome', id: 'verification', tabindex: -1, class: `round-outcome${verified ? '' : ' is-broken'}`, role: verified ? 'status' : 'alert' },
        h('p', null, h('strong', null, h('span', { 'aria-hidden': 'true' }, verified ? '✓ ' : '✕ '), s.t(verified ? 'frozen.verified' : 'frozen.broken'))),
        h('p', { class: 'card-note' }, s.t('frozen.checked', { count: filesChecked, at: s.instant(checkedAt) })),
        findings.length > 0 && h('ul', { class: 'round-said-list' }, findings.map(({ what, expected, found }) => h('li', { key: what },
            h('strong', null, what), ': ', s.t('frozen.expected'), ' ', h('code', { class: 'round-hash' }, expected ?? '–'), ' · ',
            s.t('frozen.found'), ' ', h('code', { class: 'round-hash' }, found ?? '–')))));
}

async function verify(page, { id }) {
    page.set({ verification: { of: id, busy: true, result: page.state.verification?.result ?? null, problem: null } });
    const answer = await page.api.get(`/api/v1/snapshots/${encodeURIComponent(id)}/verification`);
    page.set({ verification: { of: id, busy: false, result: answer.data, problem: answer.problem } });
    if (answer.ok) {
        page.announce(page.s.t(answer.data.verified ? 'frozen.verified' : 'frozen.broken'));
    }
    focusLater(answer.ok ? 'verification' : 'verification-problem');
}

function files(page, snapshot) {
    const { s } = page;
    return card(s.t('frozen.files'), 'files-title', s.t('frozen.filesNote'), h('div', { class: 'round-halves' },
        ['PUBLIC', 'GOVERNMENT'].map((edition) => h('div', { key: edition },
            h('h3', null, s.t(`frozen.edition.${edition}`)),
            h('ul', { class: 'round-files' }, snapshot.files.filter((file) => file.edition === edition).map((file) => h('li', { key: file.href },
                h('a', { href: file.href, download: true }, file.format.toUpperCase(), file.language ? ` · ${s.t(`frozen.language.${file.language}`)}` : ''),
                h('span', { class: 'card-note' }, ` ${size(s, file.size)} · SHA-256 `, h('code', { class: 'round-hash', title: file.sha256 }, file.sha256.slice(0, 12), '…')))))))));
}

function publish(page, snapshot) {
    const { s } = page;
    askKept(page, `publish.${snapshot.id}`, {
        title: s.t('frozen.publishTitle', { id: snapshot.id }), confirm: s.t('frozen.publish'), values: { reason: '' },
        body: (values, change, problem) => [
            h('p', { key: 'hint' }, s.t('frozen.publishHint')),
            textArea(s, {
                form: 'dialog', name: 'reason', label: s.t('form.reason'), required: true, maxlength: 1000, errors: errorsOf(problem),
                value: values.reason, change: (reason) => change({ reason }),
            }),
        ],
        run: async ({ reason }) => {
            const answer = await page.api.post(`/api/v1/snapshots/${encodeURIComponent(snapshot.id)}/status-transitions`,
                { to: 'PUBLISHED', reason }, { etag: snapshot.etag });
            if (answer.ok || [409, 412].includes(answer.status)) {
                await loadSnapshot(page, snapshot.id);
            }
            if (answer.ok) {
                tell(page, s.t('frozen.published'));
            }
            return answer.problem;
        },
    });
}
