/** A plan as it is typed, and as the API takes it. */
import { label, numberOrNull, textOrNull, typedLabel } from './paths.js';

export function typed(plan = null) {
    return {
        title: typedLabel(plan?.title),
        leadAgency: plan?.leadAgency ?? 'KCS',
        announcedOn: plan?.announcedOn ?? '',
        declaredTaskCount: plan?.declaredTaskCount?.toString() ?? '',
        areas: (plan?.areas ?? []).map(({ code, name, parent }) => ({ code, name: typedLabel(name), parent: parent ?? '', known: true })),
        proposalChannels: (plan?.proposalChannels ?? []).map(({ code, name, since }) =>
            ({ code, name: typedLabel(name), since: since ?? '', known: true })),
        document: { title: typedLabel(plan?.document?.title), publishedOn: plan?.document?.publishedOn ?? '' },
    };
}

export function content(values) {
    const { title, publishedOn } = values.document;
    return {
        title: label(values.title),
        leadAgency: values.leadAgency,
        announcedOn: textOrNull(values.announcedOn),
        declaredTaskCount: numberOrNull(values.declaredTaskCount),
        areas: values.areas.map(({ code, name, parent }) => ({ code: code.trim(), name: label(name), parent: textOrNull(parent) })),
        proposalChannels: values.proposalChannels.map(({ code, name, since }) =>
            ({ code: code.trim(), name: label(name), since: textOrNull(since) })),
        document: [title.ko, title.en, publishedOn].some(textOrNull)
            ? { title: label(title), publishedOn: textOrNull(publishedOn) }
            : null,
    };
}
