/** What happened to a checkpoint before, and the more time that was asked for. */
import { h } from '../../h.js';
import { extensionItem } from './extensions.js';
import { agency, card } from './pieces.js';

export function trail(page, { history }) {
    const { s } = page;
    return card(s.t('review.trail'), 'trail-title', null, history.length === 0
        ? h('p', { class: 'not-stated' }, s.t('review.noTrail'))
        : h('ol', { class: 'round-steps' }, history.toReversed().map((step) => stepLine(page, step))));
}

/** One step: what, which version, when, by which side, and why. */
export function stepLine(page, step) {
    const { s } = page;
    return h('li', { key: step.version, class: 'round-step', 'data-action': step.action },
        h('p', null, h('strong', null, s.named('step', step.action)),
            step.submissionNo && ` · ${s.t('review.version', { no: step.submissionNo })}`),
        h('p', { class: 'card-note' }, s.instant(step.at), ' · ', step.actorAgency ? agency(page, step.actorAgency) : s.t('review.byPlanner')),
        step.reason && h('p', { class: 'round-prose', lang: s.languageOf(step.reason) }, step.reason),
        step.comments?.length > 0 && h('ul', { class: 'round-said-list' }, step.comments.map(({ section, text }, place) =>
            h('li', { key: place }, h('strong', null, s.named('section', section)), ': ', text))));
}

export function extensionCard(page, { extensions }) {
    const { s } = page;
    return extensions.length > 0 && card(s.t('extend.title'), 'extension-title', null,
        h('ul', { class: 'round-steps' }, extensions.toReversed().map((extension) => extensionItem(page, extension))));
}
