/** Business days, as `YYYY-MM-DD` by the calendar of Seoul: what is due is due there, wherever the page is read. */

const DAY = 86_400_000;
const FORMAT = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in Seoul at an instant in milliseconds. */
export function dayInSeoul(instant) {
    return FORMAT.format(instant);
}

/** How many days lie from one day to another; negative when the other is earlier. */
export function daysBetween(one, other) {
    return Math.round((Date.parse(other) - Date.parse(one)) / DAY);
}

/** How much of a time has passed by a day, in percent, as the service reckons it; null where an end of it is not stated. */
export function elapsed({ startsOn, endsOn }, day) {
    if (!startsOn || !endsOn) {
        return null;
    }
    return day >= endsOn ? 100 : day <= startsOn ? 0
        : Math.round(100 * daysBetween(startsOn, day) / daysBetween(startsOn, endsOn));
}
