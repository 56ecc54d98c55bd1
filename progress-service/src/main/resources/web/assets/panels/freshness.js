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
        h(
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
        state.connection === 'reconnecting' && s.t('connection.reconnectingHint'),
        state.connection === 'offline' && s.t('connection.offlineHint'),
        gaps > 0 && s.t('freshness.gaps', { count: gaps }),
        parked > 0 && s.t('freshness.parked', { count: parked }),
    ].filter(Boolean);
    return lines.length > 0
        && h('div', { class: 'warnings', key: 'warnings' }, lines.map((line) => h('p', { key: line }, line)));
}
