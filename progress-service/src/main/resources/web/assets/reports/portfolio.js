/** Where all tasks of a plan stand, as the committee reads it: of the moment, of a past day, or as it was published. */
import { h } from '../h.js';
import { content } from '../parts.js';
import { loaded } from '../work/loaded.js';
import { problemBox } from '../work/forms.js';
import { asked, choice, downloads, loadChoices } from './choice.js';
import { facts } from './pieces.js';
import { summary } from './summary.js';
import { changes } from './changes.js';
import { areas, disagreements, tasks } from './tasks.js';
import { cycles, indicators, onTime, opinionsOf, unsettled } from './results.js';

export async function loadPortfolio(page) {
    const { api, path } = page;
    if (path[0] === 'published') {
        await load(page, `/open/v1/reports/${encodeURIComponent(path[1])}?format=json`, `/open/v1/reports/${encodeURIComponent(path[1])}`);
        return;
    }
    const choices = await loadChoices(page);
    if (!choices.ok) {
        page.set({ portfolio: { problem: choices.problem } });
        return;
    }
    if (!choices.data.plan) {
        page.set({ portfolio: { problem: { status: 404 } } });
        return;
    }
    const address = `/api/v1/reports/portfolio?${asked(choices.data.plan, page.query)}`;
    await load(page, address, address, api);
}

/** What is filtered on the screen needs no other report: the one of the same address stays. */
async function load(page, address, files) {
    const { portfolio: before } = page.state;
    if (before?.address === address && before.data) {
        return;
    }
    page.set({ portfolio: { ...before, address, busy: true, problem: null } });
    const answer = await page.api.get(address);
    if (page.state.portfolio.address !== address) {
        return;
    }
    page.set({ portfolio: answer.ok ? { address, files, data: answer.data, problem: null } : { address, problem: answer.problem } });
    page.announce(page.s.t(answer.ok ? 'reports.shown' : 'load.failedHint'));
}

export function portfolio(page) {
    const { s, path, state } = page;
    const isPublished = path[0] === 'published';
    const slot = state.portfolio;
    return [
        !isPublished && choice(page),
        slot?.busy && slot.data && h('p', { class: 'card-note', role: 'status', key: 'busy' }, s.t('load.loading')),
        slot?.problem && state.choices && !isPublished && slot.problem.status === 422
            ? [h('h1', { class: 'sr-only', key: 'h1' }, s.t('report.title.portfolio')), problemBox(s, slot.problem)]
            : loaded(s, slot, () => loadPortfolio(page), (data) => report(page, data, slot.files)),
    ];
}

function report(page, data, files) {
    const { s } = page;
    return [
        head(page, data, files),
        contents(s),
        summary(page, data),
        changes(page, data),
        areas(page, data),
        disagreements(page, data),
        tasks(page, data),
        indicators(page, data),
        unsettled(page, data),
        onTime(page, data),
        cycles(page, data),
        opinionsOf(page, data),
        h('p', { class: 'card-note', key: 'provenance' }, s.t('reports.fromApi')),
    ];
}

/** The parts of the report in their order, by the ids of their headings, as the report is long. */
const PARTS = {
    summary: 'report.section.summary', changes: 'reports.changes', areas: 'report.section.areas', voices: 'reports.disagreements',
    tasks: 'report.section.tasks', indicators: 'report.section.indicators', unsettled: 'report.table.unsettled',
    ontime: 'report.table.onTime', cycles: 'report.section.cycles', opinions: 'report.section.opinions',
};

function contents(s) {
    return h('nav', { class: 'contents', key: 'contents', 'aria-label': s.t('reports.contents') },
        h('ul', null, Object.entries(PARTS).map(([id, key]) => h('li', { key: id }, h('a', { href: `#${id}-title` }, s.t(key))))));
}

function head(page, { head: { plan, planTitle, period, asOf, watermark, audience } }, files) {
    const { s } = page;
    return h('header', { class: 'card report-head', key: 'head' },
        h('div', null,
            h('p', { class: 'owed-facts' }, content(s, planTitle), ' · ', h('span', { class: 'code' }, plan)),
            h('h1', null, s.t('report.title.portfolio')),
            facts([
                [s.t('report.fact.period'), period ? s.period(period) : s.t('report.wholePlan')],
                [s.t('report.fact.asOf'), s.instant(asOf)],
                [s.t('report.fact.audience'), s.t(`report.audience.${audience}`)],
                [s.t('report.fact.lastEvent'), watermark.lastEventAt ? s.instant(watermark.lastEventAt) : s.t('page.notStated')],
            ]),
            h('p', { class: 'owed-facts' }, s.t(watermark.settled ? 'report.settled' : 'report.unsettled'))),
        downloads(page, files, `${plan}-portfolio`));
}
