/** The three healths of a task side by side, why the derived one is what it is, and what its agencies still owe. */
import { h } from '../h.js';
import { countdown, content, healthIcon } from '../parts.js';
import { daysBetween } from '../days.js';

/** In the order in which one outweighs the next: the first that is stated is the headline. */
const VOICES = ['assessed', 'declared', 'derived'];

export function health(state, s, task) {
    return h(
        'div',
        { key: 'health', id: `health-${task.code}`, class: 'voices', role: 'group', 'aria-label': s.t('health.voices') },
        voices(s, task.health),
        h('p', { class: 'voice-note' }, s.t('health.since', { date: s.instantDay(task.health.since) })),
        reasons(s, task, state.reasons.get(task.code)),
        task.checkpoints && owed(state, s, task),
    );
}

/** The three, the one that counts marked. */
export function voices(s, health) {
    const headline = VOICES.find((voice) => health[voice]);
    return h('dl', { class: 'voice-list' }, VOICES.map((voice) => opinion(s, voice, health[voice], voice === headline)));
}

function opinion(s, voice, value, counts) {
    return h(
        'div',
        { key: voice, class: counts ? 'voice is-headline' : 'voice' },
        h('dt', null, s.t(`health.${voice}`), counts && [' ', h('span', { class: 'mark' }, s.t('health.counts'))]),
        h(
            'dd',
            { class: 'voice-health', 'data-health': value },
            value
                ? [healthIcon(value), h('strong', null, s.named('health', value))]
                : h('span', { class: 'not-stated' }, s.t(`health.${voice}None`)),
        ),
        h('dd', { class: 'voice-note' }, s.t(`health.${voice}Note`)),
    );
}

/** Asked for when the row is opened; the numbers and the rule stand in the data. */
function reasons(s, task, list) {
    return h(
        'div',
        { key: 'reasons', class: 'reasons' },
        h('p', { class: 'reasons-title' }, s.t('health.reasons')),
        list
            ? h('ul', null, list.length > 0
                ? list.map(({ code, text }) => h('li', { key: code }, content(s, text)))
                : h('li', null, s.t('health.noReasons')))
            : h('p', { class: 'not-stated' }, s.t(list === false ? 'health.reasonsFailed' : 'health.reasonsLoading')),
        h('p', null, h('a', { href: `/api/v1/health/${task.code}` }, s.t('health.data'))),
    );
}

function owed(state, s, { plan, checkpoints }) {
    const { cycle, expected, received, overdue, returned, nextDueOn } = checkpoints;
    const period = state.plans.get(plan)?.cycles?.find(({ id }) => id === cycle)?.period;
    return h(
        'p',
        { key: 'owed', class: 'voice-note' },
        s.t('health.owed', { period: period ? s.period(period) : cycle, expected, received }),
        overdue > 0 && ` · ${s.t('health.overdue', { count: overdue })}`,
        returned > 0 && ` · ${s.t('health.returned', { count: returned })}`,
        nextDueOn && [
            ` · ${s.t('health.nextDue', { date: s.dayOfYear(nextDueOn) })} `,
            countdown(s, daysBetween(state.today, nextDueOn)),
        ],
    );
}
