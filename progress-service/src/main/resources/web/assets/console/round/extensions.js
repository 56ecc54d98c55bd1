/** More time that agencies ask for: to be granted or refused, with a reason. */
import { h } from '../../h.js';
import { content, notice } from '../../parts.js';
import { button, choiceField, errorsOf, problemBox, textArea, textField } from '../../work/forms.js';
import { shown } from '../../work/loaded.js';
import { load, tagged, together } from '../../work/loading.js';
import { begin, send, type } from './kept.js';
import {
    address, agency, agencyPlain, card, checkpointState, dueWith, facts, focusLater, head, learnAgencies, prose, table, tell, timeliness,
} from './pieces.js';

export const extensions = { path: 'extensions', nav: 'extend.nav', arrived, view };

function arrived(page) {
    learnAgencies(page);
    loadList(page);
    const id = page.path[1];
    if (id && page.state.extension?.key !== id) {
        loadOne(page, id);
    }
}

function loadList(page) {
    return load(page, 'extensions', 'extensions', async (api) => {
        const answer = await together({ extensions: api.all('/api/v1/extensions'), worklist: api.get('/api/v1/worklist') });
        return answer.ok ? { ...answer, data: {
            ASKED: answer.data.extensions.filter(({ status }) => status === 'ASKED')
                .sort((one, other) => one.askedAt.localeCompare(other.askedAt)),
            DECIDED: answer.data.extensions.filter(({ status }) => status !== 'ASKED')
                .sort((one, other) => other.decidedAt.localeCompare(one.decidedAt)),
            today: answer.data.worklist.today,
        } } : answer;
    });
}

function loadOne(page, id) {
    return load(page, 'extension', id, async (api) => {
        const extension = await tagged(api.get(`/api/v1/extensions/${encodeURIComponent(id)}`));
        if (!extension.ok) {
            return extension;
        }
        const checkpoint = await api.get(`/api/v1/checkpoints/${encodeURIComponent(extension.data.checkpoint)}`);
        begin(page, 'grant', `extension.${id}`, { decision: null, until: extension.data.until, reason: '' });
        return checkpoint.ok ? { ...checkpoint, data: { extension: extension.data, checkpoint: checkpoint.data } } : checkpoint;
    });
}

function view(page) {
    const { s } = page;
    return page.path[1]
        ? shown(page, 'extension', (data) => one(page, data), { alone: true })
        : [head(page, { title: s.t('extend.nav'), note: s.t('extend.note') }), shown(page, 'extensions', (data) => list(page, data))];
}

function list(page, data) {
    const { s } = page;
    const chosen = page.query.get('show') === 'DECIDED' ? 'DECIDED' : 'ASKED';
    const items = data[chosen];
    const columns = ['agency', 'task', 'reason', 'until', ...(chosen === 'ASKED' ? ['askedAt'] : ['outcome', 'why'])];
    return h('section', { class: 'card', key: 'extensions', 'aria-labelledby': 'extensions-title' },
        h('nav', { 'aria-label': s.t('review.lists') }, h('ul', { class: 'round-lists' }, ['ASKED', 'DECIDED'].map((which) =>
            h('li', { key: which }, h('a', {
                class: 'round-list', href: address('extensions', { show: which === 'ASKED' ? null : which }),
                'aria-current': which === chosen ? 'page' : null,
            }, s.t(`extend.list.${which}`), ' ', h('strong', null, s.number(data[which].length))))))),
        h('h2', { id: 'extensions-title', class: 'round-list-title' }, s.t(`extend.list.${chosen}`)),
        items.length === 0
            ? notice(s.t(`extend.none.${chosen}`), s.t(`extend.noneHint.${chosen}`))
            : table('extensions-table', s.t(`extend.list.${chosen}`), columns.map((column) => s.t(`extend.column.${column}`)),
                items.map((item) => row(page, item, data.today))));
}

function row(page, item, today) {
    const { s } = page;
    return h('tr', { key: item.id },
        h('th', { scope: 'row' }, h('a', { class: 'round-link', href: address(`extensions/${item.id}`) }, agency(page, item.agency))),
        h('td', null, h('span', { class: 'code' }, item.task)),
        h('td', null, prose(s, item.reason)),
        h('td', null, s.date(item.until)),
        item.status === 'ASKED'
            ? h('td', { key: 'asked' }, s.moment(item.askedAt, `${today}T00:00:00Z`))
            : [h('td', { key: 'outcome' }, outcome(s, item)), h('td', { key: 'why' }, prose(s, item.decisionReason))]);
}

function outcome(s, { status, grantedUntil }) {
    return [h('span', { class: 'round-state', 'data-extension': status }, s.t(`extend.status.${status}`)),
        grantedUntil && ` ${s.t('extend.until', { day: s.date(grantedUntil) })}`];
}

/** In a list beside a checkpoint. */
export function extensionItem(page, extension) {
    const { s } = page;
    return h('li', { key: extension.id, class: 'round-step' },
        h('p', null, h('strong', null, outcome(s, extension))),
        h('p', { class: 'card-note' }, s.t('extend.asked', { day: s.date(extension.until), at: s.instantDay(extension.askedAt) })),
        h('p', null, prose(s, extension.reason)),
        extension.decisionReason && h('p', null, h('strong', null, s.t('extend.column.why')), ': ', extension.decisionReason),
        extension.status === 'ASKED' && h('p', null, h('a', { href: address(`extensions/${extension.id}`) }, s.t('extend.decideLink'))));
}

function one(page, { extension, checkpoint }) {
    const { s } = page;
    const today = page.state.extensions?.data?.today;
    return [
        head(page, {
            back: { href: address('extensions'), label: s.t('extend.back') },
            title: [agency(page, extension.agency), ' — ', s.t('extend.title')],
        }),
        h('div', { class: 'round-halves', key: 'one' },
            card(s.t('extend.request'), 'request-title', null, facts([
                [s.t('extend.column.until'), h('strong', null, s.date(extension.until))],
                [s.t('extend.column.reason'), prose(s, extension.reason)],
                [s.t('extend.column.askedAt'), s.instant(extension.askedAt)],
                [s.t('review.column.task'), [content(s, checkpoint.taskTitle), ' ', h('span', { class: 'code' }, checkpoint.task)]],
                [s.t('review.column.cycle'), s.period(checkpoint.period)],
                [s.t('extend.dueNow'), dueWith(s, checkpoint.dueOn, today)],
                [s.t('round.locksOn'), s.date(checkpoint.locksOn)],
                [s.t('review.column.status'), [checkpointState(s, checkpoint.status), ' ', timeliness(s, checkpoint)]],
                extension.decidedAt && [s.t('extend.column.outcome'), outcome(s, extension)],
                extension.decidedAt && [s.t('extend.column.why'), prose(s, extension.decisionReason)],
            ]), h('p', { class: 'actions' }, h('a', { href: address(`review/${extension.checkpoint}`) }, s.t('extend.toCheckpoint')))),
            extension.status === 'ASKED' && deciding(page, extension)),
    ];
}

function deciding(page, extension) {
    const { s, state: { grant } } = page;
    if (!extension.allowedTransitions.length || !grant) {
        return card(s.t('review.decision'), 'grant-title', null,
            h('div', { class: 'round-callout is-refused' },
                h('p', null, h('strong', null, s.t('extend.ownTitle'))), h('p', null, s.t('extend.ownHint'))));
    }
    const { values, problem, busy } = grant;
    const errors = errorsOf(problem);
    const change = (changes) => type(page, 'grant', changes);
    return card(s.t('review.decision'), 'grant-title', null,
        problemBox(s, problem, { form: 'grant', labelOf: (name) => ({ until: s.t('extend.grantUntil'), reason: s.t('form.reason') })[name] ?? null }),
        h('form', { on: { submit: (event) => { event.preventDefault(); decide(page, extension); } } },
            choiceField(s, {
                form: 'grant', name: 'decision', label: s.t('review.decide'), required: true, errors, value: values.decision,
                options: ['GRANT', 'REFUSE'].map((value) => ({ value, label: s.t(`extend.decision.${value}`) })),
                change: (decision) => change({ decision }),
            }),
            values.decision === 'GRANT' && textField(s, {
                form: 'grant', name: 'until', type: 'date', label: s.t('extend.grantUntil'), hint: s.t('extend.grantUntilHint'), required: true,
                errors, value: values.until, change: (until) => change({ until }),
            }),
            textArea(s, {
                form: 'grant', name: 'reason', label: s.t('form.reason'), hint: s.t('extend.reasonHint'), required: true, maxlength: 2000,
                errors, value: values.reason, change: (reason) => change({ reason }),
            }),
            h('div', { class: 'actions' }, button(s, {
                label: s.t(values.decision ? `extend.confirm.${values.decision}` : 'review.confirm'), type: 'submit', kind: 'is-primary', busy,
            }))));
}

async function decide(page, extension) {
    const { s } = page;
    if (!page.state.grant.values.decision) {
        page.set({ grant: { ...page.state.grant, problem: { title: s.t('form.failed'), detail: s.t('extend.decideFirst'), status: 422 } } });
        focusLater('grant-problem');
        return;
    }
    const answer = await send(page, 'grant', ({ decision, until, reason }) => page.api.post(
        `/api/v1/extensions/${extension.id}/decisions`,
        { decision, reason, ...(decision === 'GRANT' && until ? { until } : {}) }, { etag: extension.etag }),
    ({ data }) => {
        const next = page.state.extensions?.data?.ASKED.find(({ id }) => id !== extension.id);
        page.set({ extension: null });
        page.go(address(next ? `extensions/${next.id}` : 'extensions'));
        tell(page, s.t(`extend.done.${data.status}`, {
            agency: agencyPlain(page, data.agency), until: data.grantedUntil ? s.date(data.grantedUntil) : '',
        }));
        focusLater('round-h1');
    });
    if (answer?.status === 412 || answer?.status === 409) {
        const now = await loadOne(page, extension.id);
        if (now.ok && now.data.extension.status !== 'ASKED') {
            tell(page, s.t('review.settledMeanwhile'));
            focusLater('round-h1');
        }
    }
}
