/** What the reviewer says to a section: out of the way until there is something to say. */
import { h } from '../../h.js';
import { button, textArea } from '../../work/forms.js';
import { focusLater } from './pieces.js';
import { change, mayDecide } from './deciding.js';

function written(page, data, section) {
    const { review } = page.state;
    return review?.of === data.checkpoint.id && mayDecide(data) ? review.comments[section] : null;
}

export function commentButton(page, data, section) {
    const { s } = page;
    return written(page, data, section) === undefined && button(s, {
        label: [s.t('review.comment'), h('span', { class: 'sr-only' }, `: ${s.t(`section.${section}`)}`)],
        kind: 'is-small round-add', key: 'add', id: `comment-${section}`, run: () => openComment(page, section),
    });
}

export function commentField(page, data, section) {
    const { s } = page;
    const text = written(page, data, section);
    return typeof text === 'string' && h('div', { class: 'round-comment', key: 'comment' }, textArea(s, {
        form: 'comment', name: section, label: s.t('review.commentOn', { section: s.t(`section.${section}`) }), rows: 2, maxlength: 5000,
        value: text, change: (value) => change(page, { comments: { ...page.state.review.comments, [section]: value } }),
    }));
}

export function openComment(page, section) {
    if (page.state.review.comments[section] === undefined) {
        change(page, { comments: { ...page.state.review.comments, [section]: '' } });
    }
    focusLater(`comment-${section}`);
}
