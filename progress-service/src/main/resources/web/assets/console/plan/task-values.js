/** A task as it is typed, and as the API takes it. */
import { label, labelOrNull, numberOrNull, textOrNull, typedLabel } from './paths.js';

/** What a form begins with: nothing, or a task. */
export function typed(task = null) {
    return {
        title: typedLabel(task?.title),
        summary: typedLabel(task?.summary),
        area: task?.area ?? '',
        areaProvenance: task?.areaProvenance ?? '',
        proposalChannel: task?.proposalChannel ?? '',
        source: {
            document: task?.source?.document ?? '', publishedOn: task?.source?.publishedOn ?? '', quotation: task?.source?.quotation ?? '',
        },
        representative: task?.representative ?? false,
        visibility: task?.visibility ?? 'GOVERNMENT',
        visibilityReason: task?.visibilityReason ?? '',
        startsOn: task?.startsOn ?? '',
        endsOn: task?.endsOn ?? '',
        partnersOpen: task?.partnersOpen ?? false,
        measures: task?.measures ?? [],
        milestones: (task?.milestones ?? []).map((one) => ({
            id: one.id, title: typedLabel(one.title), dueOn: one.dueOn ?? '', doneOn: one.doneOn ?? '', known: true,
        })),
        indicators: (task?.indicators ?? []).map((one) => ({
            code: one.code, name: typedLabel(one.name), unit: one.unit, direction: one.direction,
            baseline: one.baseline === null ? '' : String(one.baseline), target: one.target === null ? '' : String(one.target),
            targetOn: one.targetOn ?? '', note: one.note ?? '', known: true,
        })),
        recognitions: (task?.recognitions ?? []).map((one) => ({ title: one.title, award: one.award, document: one.document ?? '' })),
    };
}

/** What a form for a task that is yet to be registered begins with besides. */
export function typedNew(plan, lead, task = null) {
    return {
        plan, no: '', ...typed(task),
        participations: task
            ? task.participations.filter(({ until }) => until === null).map(({ agency, role, department, since }) =>
                ({ agency, role, department: department ?? '', since: since ?? '' }))
            : [{ agency: lead, role: 'LEAD', department: '', since: '' }],
    };
}

/** What is typed, as the API takes it: all of the content. */
export function content(values) {
    return {
        title: label(values.title),
        summary: labelOrNull(values.summary),
        area: textOrNull(values.area),
        // Without an area there is nothing whose origin could be told.
        areaProvenance: values.area ? textOrNull(values.areaProvenance) : null,
        proposalChannel: textOrNull(values.proposalChannel),
        source: source(values.source),
        representative: values.representative,
        visibility: values.visibility,
        visibilityReason: values.visibility === 'GOVERNMENT' ? textOrNull(values.visibilityReason) : null,
        startsOn: textOrNull(values.startsOn),
        endsOn: textOrNull(values.endsOn),
        partnersOpen: values.partnersOpen,
        measures: values.measures.map((one) => one.trim()),
        milestones: values.milestones.map((one) => ({
            id: one.id.trim(), title: label(one.title), dueOn: textOrNull(one.dueOn), doneOn: textOrNull(one.doneOn),
        })),
        indicators: values.indicators.map((one) => ({
            code: one.code.trim(), name: label(one.name), unit: one.unit.trim(), direction: one.direction,
            baseline: numberOrNull(one.baseline), target: numberOrNull(one.target),
            targetOn: textOrNull(one.targetOn), note: textOrNull(one.note),
        })),
        recognitions: values.recognitions.map((one) => ({
            title: one.title.trim(), award: one.award.trim(), document: textOrNull(one.document),
        })),
    };
}

/** The same for a task that is yet to be registered. */
export function registration(values) {
    return {
        plan: textOrNull(values.plan),
        no: numberOrNull(values.no),
        ...content(values),
        participations: values.participations.map((one) => ({
            agency: one.agency, role: one.role, department: textOrNull(one.department), since: textOrNull(one.since),
        })),
    };
}

/** A source of which nothing is typed is none. */
function source({ document, publishedOn, quotation }) {
    return [document, publishedOn, quotation].some(textOrNull)
        ? { document: document.trim(), publishedOn: textOrNull(publishedOn), quotation: textOrNull(quotation) }
        : null;
}

/** Dates and targets that were set and would change: such a change needs a reason. As `{title, field, from, to}`. */
export function rescheduled(before, after) {
    const milestones = before.milestones.filter(({ dueOn }) => dueOn).flatMap((one) => {
        const then = after.milestones.find(({ id }) => id === one.id);
        return then?.dueOn === one.dueOn ? [] : [{ title: one.title, field: 'dueOn', from: one.dueOn, to: then?.dueOn ?? '' }];
    });
    const indicators = before.indicators.flatMap((one) => {
        const then = after.indicators.find(({ code }) => code === one.code);
        return ['target', 'targetOn']
            .filter((field) => one[field] !== '' && String(then?.[field] ?? '').trim() !== one[field])
            .map((field) => ({ title: one.name, field, from: one[field], to: then?.[field] ?? '' }));
    });
    return [...milestones, ...indicators];
}

/** The next name of an entry that nobody has: `M1`, `M2`. */
export function nextName(letter, taken) {
    let number = taken.length + 1;
    while (taken.includes(`${letter}${number}`)) {
        number++;
    }
    return `${letter}${number}`;
}
