/** How old what is shown can be: the connection, the last change by the clock of Seoul, and known gaps. */
import { h } from '../h.js';

export function freshness(state, s) {
    return h(
        'div',
        { class: 'freshness', role: 'group', 'aria-label': s.t('freshness.label') },
        h(
            'p',
            { class: 'connection', 'data-connection': state.connection, role: 'status' },
            h('span', { class: 'connection-lamp', 'aria-hidden': 'true' }),
            s.t(`connection.${state.connection}`),
        ),
        state.phase === 'ready' && h(
            'p',
            { class: 'last-event' },
            state.lastEventAt === null
                ? s.t('freshness.never')
                : [
                    s.t('freshness.lastEvent'),
                    ' ',
                    h('time', { datetime: state.lastEventAt }, s.instant(state.lastEventAt)),
                    ` (${s.t('freshness.seoul')})`,
                ],
        ),
    );
}

/** What the reader should know before trusting the page, when there is something. */
export function warnings(state, s) {
    const { gaps, parked } = state.trouble;
    const lines = [
        state.ended && h('p', { key: 'ended', role: 'alert' }, s.t('session.ended')),
        gaps > 0 && h('p', { key: 'gaps' }, s.t('freshness.gaps', { count: gaps })),
        parked > 0 && h('p', { key: 'parked' }, s.t('freshness.parked', { count: parked })),
    ].filter(Boolean);
    return lines.length > 0 && h('div', { class: 'warnings', key: 'warnings' }, lines);
}

/** What a lost connection means for what is on the screen. Lies over the page's foot, so that nothing moves for it. */
export function connectionHint(state, s) {
    return state.phase === 'ready' && ['reconnecting', 'offline'].includes(state.connection)
        && h(
            'div',
            { class: 'connection-hint', key: 'connection-hint', 'data-connection': state.connection },
            h('p', null, h('strong', null, s.t(`connection.${state.connection}`)), ' ',
                s.t(`connection.${state.connection}Hint`)),
        );
}
