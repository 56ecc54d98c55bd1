/** The kinds of those who attend a meeting; never who. */
export const KINDS = ['CIVILIAN', 'INTERNAL', 'GOVERNMENT', 'OTHER'];

/** The hour and minute of an instant by the clock of Seoul, as a control of times takes it. */
export function timeOf(instant) {
    return instant ? new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(11, 16) : '';
}
