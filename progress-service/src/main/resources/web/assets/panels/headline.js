/** Which plan this is, who announced it and when. */
import { h } from '../h.js';
import { agencyName, around, content, joined, plain, sign } from '../parts.js';
import { plansOf, shownPlan } from '../board.js';
import { freshness } from './freshness.js';

/** More plans than these are in a list. */
const SIDE_BY_SIDE = 4;

const DOCUMENT = 'M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 16h5';

export function headline(state, s, actions) {
    const plan = shownPlan(state);
    return h(
        'div',
        { class: 'band', key: 'band' },
        h(
            'div',
            { class: 'frame band-row' },
            h(
                'div',
                { class: 'headline' },
                plan && h('p', { class: 'headline-facts' }, joined(facts(state, s, plan), ' · ')),
                h('h1', null, plan ? content(s, plan.title) : s.t('page.documentTitle')),
                switcher(state, s, plan, actions),
            ),
            h('div', { class: 'band-side' }, freshness(state, s),
                plan && h('a', { class: 'button band-button', href: '/reports' }, sign(DOCUMENT), s.t('headline.reports'))),
        ),
    );
}

function facts(state, s, plan) {
    return [
        plan.announcedOn
            ? s.t('headline.announced', { date: s.date(plan.announcedOn) })
            : s.t('headline.announcedUnknown'),
        plan.leadAgency && leadOf(state, s, plan),
    ].filter(Boolean);
}

function leadOf(state, s, plan) {
    return h('span', null, around(s, 'headline.lead', 'agency',
        [agencyName(s, state.agencies.get(plan.leadAgency), plan.leadAgency)]));
}

function switcher(state, s, shown, actions) {
    const plans = plansOf(state);
    if (plans.length > SIDE_BY_SIDE) {
        return h(
            'label',
            { key: 'choice', class: 'plan-choice' },
            h('span', null, s.t('headline.plans')),
            h('select', { value: shown.code, on: { change: (event) => actions.plan(event.target.value) } }, plans.map((plan) =>
                h('option', { key: plan.code, value: plan.code }, plain(s, plan.title)))),
        );
    }
    return plans.length > 1
        && h(
            'div',
            { class: 'plans', role: 'group', 'aria-label': s.t('headline.plans') },
            plans.map((plan) =>
                h(
                    'button',
                    {
                        key: plan.code, class: 'plan', type: 'button', 'aria-pressed': String(plan === shown),
                        on: { click: () => actions.plan(plan.code) },
                    },
                    content(s, plan.title),
                )),
        );
}
