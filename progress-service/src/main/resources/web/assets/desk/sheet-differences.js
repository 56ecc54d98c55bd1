/** In what two versions of a submission differ, as rows of text. */
import { NARRATIVES, formOf } from './content.js';

const SIMPLE = ['percentComplete', ...NARRATIVES];

export function differences(s, { task }, form, content) {
    const other = formOf(content);
    const rows = [
        row('kind', s.t(`kind.${form.kind}`), s.t(`kind.${other.kind}`)),
        row('declaredHealth', form.declaredHealth && s.t(`health.${form.declaredHealth}`),
            other.declaredHealth && s.t(`health.${other.declaredHealth}`)),
        ...SIMPLE.map((name) => row(name, form[name], other[name])),
        row('measurements', measured(form), measured(other)),
        row('approval', Object.values(form.approval).filter(Boolean).join(' · '),
            Object.values(other.approval).filter(Boolean).join(' · ')),
        row('evidence', titles(form), titles(other)),
    ];
    return rows.filter(({ mine, theirs }) => mine !== theirs)
        .map(({ name, mine, theirs }) => ({ label: s.t(`sheet.${name}`), mine: mine || '–', theirs: theirs || '–' }));

    function measured({ measurements }) {
        return Object.entries(measurements).filter(([, { value }]) => value !== '').map(([code, { value, measuredOn }]) => {
            const indicator = task.indicators.find((one) => one.code === code);
            return `${indicator ? s.content(indicator.name).text : code} ${value} ${measuredOn}`;
        }).join(', ');
    }
}

function row(name, mine, theirs) {
    return { name, mine, theirs };
}

function titles({ evidence }) {
    return evidence.map(({ title, url }) => [title, url].filter(Boolean).join(' ')).join(', ');
}
