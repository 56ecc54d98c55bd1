import { recall } from './preferences.js';

/**
 * The page's two languages. Korean unless the reader chose English; what the browser asks for is not consulted,
 * so that one address shows the same page to everybody in an office.
 */
export const LANGUAGES = ['ko', 'en'];

/** The reports speak by the same files, so they are no modules. */
const MESSAGES = { ko: {}, en: {} };

/** The languages that are spoken: Korean always, the other once somebody wants it. */
const spoken = new Set(['ko', chosenLanguage(location.search, recall('language'))]);

/** What the messages of this page are called before `_ko.json`. */
const sources = [];

async function read(url, language) {
    const answer = await fetch(`${url}_${language}.json`);
    if (!answer.ok) {
        throw new Error(`the messages in ${language} are not to be had: ${answer.status}`);
    }
    Object.assign(MESSAGES[language], await answer.json());
}

/**
 * Learns the messages of a page.
 *
 * @param {string} url what their files are called before `_ko.json`
 */
export async function learn(url) {
    sources.push(url);
    await Promise.all([...spoken].map((language) => read(url, language)));
}

/** Learns to speak a language, before a speaker of it is asked for. */
export async function learnLanguage(language) {
    if (!spoken.has(language)) {
        await Promise.all(sources.map((url) => read(url, language)));
        spoken.add(language);
    }
}

await learn(new URL('./messages', import.meta.url));

const LOCALES = { ko: 'ko-KR', en: 'en-GB' };
const SEOUL = 'Asia/Seoul';
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;

/** The language to begin with: the address's, else the one chosen earlier, else Korean. */
export function chosenLanguage(search, stored) {
    const asked = new URLSearchParams(search).get('lang');
    return [asked, stored].find((language) => LANGUAGES.includes(language)) ?? 'ko';
}

/** Everything a panel needs to speak one language. */
export function speaker(language) {
    const messages = MESSAGES[language];
    const locale = LOCALES[language];
    const numbers = new Intl.NumberFormat(locale);
    const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const formats = {
        date: new Intl.DateTimeFormat(locale, {
            timeZone: SEOUL, year: 'numeric', month: language === 'ko' ? 'numeric' : 'short', day: 'numeric',
        }),
        dayOfYear: new Intl.DateTimeFormat(locale, {
            timeZone: SEOUL, month: language === 'ko' ? 'numeric' : 'short', day: 'numeric',
        }),
        month: new Intl.DateTimeFormat(locale, { timeZone: SEOUL, year: 'numeric', month: 'long' }),
        year: new Intl.DateTimeFormat(locale, { timeZone: SEOUL, year: 'numeric' }),
        weekday: new Intl.DateTimeFormat(locale, { timeZone: SEOUL, weekday: 'short' }),
        time: new Intl.DateTimeFormat(locale, {
            timeZone: SEOUL, hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
        }),
        seconds: new Intl.DateTimeFormat(locale, {
            timeZone: SEOUL, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
        }),
    };

    function t(key, values = {}) {
        const pattern = messages[key];
        if (pattern === undefined) {
            throw new Error(`no message ${key} in ${language}`);
        }
        return pattern.replace(/\{(\w+)\}/g, (whole, name) => {
            const value = values[name];
            return typeof value === 'number' ? numbers.format(value) : String(value ?? whole);
        });
    }

    const day = (date, format = formats.date) =>
        `${format.format(date)}${language === 'ko' ? '' : ' '}(${formats.weekday.format(date)})`;

    return {
        language,
        t,
        /** A message that may not exist yet, such as the name of a status that a newer server knows. */
        named: (prefix, code) => messages[`${prefix}.${code}`] ?? code,
        has: (key) => messages[key] !== undefined,
        number: (value) => numbers.format(value),
        percent: (value) => percents.format(value),
        /** A name such as an agency's, in the order of its language. */
        compare: (one, other) => one.localeCompare(other, locale),
        /** A bilingual content: its text, and its language where that is not the page's own. */
        content(value) {
            const own = value?.[language];
            return own ? { text: own, lang: null } : { text: value?.ko ?? '', lang: value?.ko ? 'ko' : null };
        },
        /** The language of a text that people wrote in the language they wanted; null if it is the page's own. */
        languageOf(text) {
            const guess = HANGUL.test(text) ? 'ko' : 'en';
            return guess === language ? null : guess;
        },
        /** A business date, `YYYY-MM-DD`. */
        date: (value) => day(new Date(`${value}T00:00:00+09:00`)),
        /** A business date whose year is plain from what stands beside it. */
        dayOfYear: (value) => day(new Date(`${value}T00:00:00+09:00`), formats.dayOfYear),
        /** The same where a name of the day stands beside it. */
        monthAndDay: (value) => formats.dayOfYear.format(new Date(`${value}T00:00:00+09:00`)),
        /** The period of a reporting cycle: `2024Q3`, `2024-07`, `2024H2` or `2024`. */
        period(value) {
            const [, year, part = 'Y', of = ''] = /^(\d{4})(?:([QH-])(\d+))?$/.exec(value) ?? [];
            if (year === undefined) {
                return value;
            }
            return part === '-'
                ? formats.month.format(new Date(`${value}-01T00:00:00+09:00`))
                : t(`period.${part === 'H' ? part + of : part}`, { year, of });
        },
        /** The same of an instant, where there is little room. */
        shortDay: (value) => formats.dayOfYear.format(new Date(value)),
        /** The day of an instant, by the clock of Seoul. */
        instantDay: (value) => day(new Date(value)),
        /** An instant, by the clock of Seoul. */
        instant: (value) => `${day(new Date(value))} ${formats.seconds.format(new Date(value))}`,
        /** An instant to the minute; its year is said only where it is not that of the other instant. */
        moment(value, other) {
            const date = new Date(value);
            const sameYear = formats.year.format(date) === formats.year.format(new Date(other));
            return `${sameYear ? day(date, formats.dayOfYear) : day(date)} ${formats.time.format(date)}`;
        },
    };
}
