/** The review desk: one checkpoint, what was filed beside what was filed before, and the decision on it. */
import { h } from '../../h.js';
import { content, notice } from '../../parts.js';
import { shown } from '../../work/loaded.js';
import { load, orElse, tagged, together } from '../../work/loading.js';
import { filtered, filtersOf, loadQueue, queueView } from './queue.js';
import { comparison } from './comparison.js';
import { openDecision } from './deciding.js';
import { decision } from './decision.js';
import { extensionCard, trail } from './trail.js';
import { filing, mayFile, openFiling } from './filing.js';
import { help, listen } from './keys.js';
import { address, card, checkpointState, dueWith, facts, head, learnAgencies, prose, timeliness } from './pieces.js';

export const review = { path: 'review', nav: 'review.nav', arrived, view };

function arrived(page) {
    learnAgencies(page);
    loadQueue(page);
    listen(page);
    const id = page.path[1];
    if (id && (page.state.checkpoint?.key !== id || page.state.checkpoint.problem)) {
        loadCheckpoint(page, id);
    }
}

/** Everything that stands beside a checkpoint when it is judged. */
export function loadCheckpoint(page, id) {
    return load(page, 'checkpoint', id, async (api) => {
        const at = `/api/v1/checkpoints/${encodeURIComponent(id)}`;
        const answer = await together({
            checkpoint: tagged(api.get(at)),
            submissions: orElse(api.all(`${at}/submissions`), []),
            history: orElse(api.all(`${at}/history`), []),
            files: orElse(api.all(`${at}/evidence`), []),
            extensions: api.all(`/api/v1/extensions?checkpoint=${encodeURIComponent(id)}`),
        });
        if (!answer.ok) {
            return answer;
        }
        const { checkpoint } = answer.data;
        const beside = await together({
            task: orElse(api.get(`/api/v1/tasks/${encodeURIComponent(checkpoint.task)}`), { indicators: [], milestones: [] }),
            earlier: earlier(api, checkpoint),
        });
        if (!beside.ok) {
            return beside;
        }
        const data = { ...answer.data, ...beside.data };
        openDecision(page, data);
        openFiling(page, data);
        return { ...beside, data };
    });
}

/** What was accepted of the same agency and task in the cycle before. */
async function earlier(api, { id, plan, task, agency, cycleDueOn }) {
    const query = new URLSearchParams({ plan, task, agency });
    const all = await api.all(`/api/v1/checkpoints?${query}`);
    if (!all.ok) {
        return all;
    }
    const [before] = all.data
        .filter((other) => other.id !== id && other.acceptedNo !== null && other.cycleDueOn < cycleDueOn)
        .sort((one, other) => other.cycleDueOn.localeCompare(one.cycleDueOn));
    if (!before) {
        return { ok: true, data: null };
    }
    const submissions = await orElse(api.all(`/api/v1/checkpoints/${encodeURIComponent(before.id)}/submissions`), []);
    return submissions.ok
        ? { ok: true, data: { checkpoint: before, submission: submissions.data.find(({ no }) => no === before.acceptedNo) ?? null } }
        : submissions;
}

function view(page) {
    return page.path[1] ? [help(page), shown(page, 'checkpoint', (data) => desk(page, data), { alone: true })] : queueView(page);
}

/** Those that follow and go before in the queue, under the filters of the address. */
export function neighbours(page, id) {
    const items = filtered(page.state.queue?.data?.SUBMITTED ?? [], filtersOf(page));
    const place = items.findIndex((item) => item.id === id);
    return {
        place, count: items.length,
        next: items[place + 1] ?? null, before: place > 0 ? items[place - 1] : null,
        // What follows a decision: the next, else the first of those that are left.
        after: items[place + 1] ?? items.find((item) => item.id !== id) ?? null,
    };
}

function desk(page, data) {
    const { s } = page;
    const { checkpoint, submissions } = data;
    const shownNo = Number(page.query.get('no')) || checkpoint.latestNo;
    const submission = submissions.find(({ no }) => no === shownNo) ?? submissions.at(-1) ?? null;
    return [
        head(page, {
            back: { href: address('review', filtersOf(page)), label: s.t('review.back') },
            title: [content(s, checkpoint.taskTitle), ' — ', content(s, checkpoint.agencyName)],
            actions: stepper(page, checkpoint.id),
        }),
        h('div', { class: 'round-desk', key: checkpoint.id },
            h('div', { class: 'round-main' },
                submission
                    ? comparison(page, data, submission)
                    : !mayFile(data) && h('div', { class: 'card', key: 'nothing' }, notice(s.t('review.nothingFiled'), s.t('review.nothingFiledHint'))),
                filing(page, data)),
            h('div', { class: 'round-side' },
                decision(page, data, submission),
                state(page, data),
                extensionCard(page, data),
                trail(page, data))),
    ];
}

function stepper(page, id) {
    const { s } = page;
    const { place, count, before, next } = neighbours(page, id);
    if (place < 0) {
        return null;
    }
    const to = (item, key) => item
        ? h('a', { class: 'button is-small', key, href: address(`review/${item.id}`, filtersOf(page)) }, s.t(`review.${key}`))
        : h('span', { class: 'button is-small', key: `no-${key}`, 'aria-disabled': 'true' }, s.t(`review.${key}`));
    return [
        h('span', { class: 'round-place' }, s.t('review.place', { place: place + 1, count })),
        to(before, 'before'), to(next, 'next'),
    ];
}

function state(page, { checkpoint }) {
    const { s } = page;
    const today = page.state.queue?.data?.today;
    const open = checkpoint.status === 'OPEN' || checkpoint.status === 'RETURNED';
    return card(s.t('review.state'), 'state-title', null,
        facts([
            [s.t('review.column.status'), checkpointState(s, checkpoint.status)],
            [s.t('review.column.timeliness'), timeliness(s, checkpoint)],
            [s.t('review.column.cycle'), h('a', { href: address(`cycles/${checkpoint.cycle}`) }, s.period(checkpoint.period))],
            [s.t('review.column.task'), h('span', null, h('a', { class: 'code', href: `/tasks/${checkpoint.task}` }, checkpoint.task),
                ` · ${s.t(`role.${checkpoint.role}`)}`)],
            [s.t('review.column.due'), dueWith(s, checkpoint.dueOn, open ? today : null)],
            checkpoint.extendedDueOn && [s.t('review.extendedDueOn'), s.date(checkpoint.extendedDueOn)],
            checkpoint.returnedDueOn && [s.t('review.column.again'), dueWith(s, checkpoint.returnedDueOn, open ? today : null)],
            checkpoint.firstSubmittedAt && [s.t('review.firstFiled'), s.moment(checkpoint.firstSubmittedAt, checkpoint.changedAt)],
            [s.t('round.locksOn'), s.date(checkpoint.locksOn)],
        ]),
        h('h3', null, s.t('round.guidance')),
        h('p', { class: 'round-guidance' }, prose(s, checkpoint.guidance)));
}

