/** Asking for more time for an agency without reporters; another planner decides. */
import { h } from '../../h.js';
import { plain } from '../../parts.js';
import { button, errorsOf, textArea, textField } from '../../work/forms.js';
import { askKept } from './kept.js';
import { loadCheckpoint } from './review.js';
import { tell } from './pieces.js';

/** Where nothing is asked for yet. */
export function askButton(page, { checkpoint, extensions }) {
    return !extensions.some(({ status }) => status === 'ASKED') && checkpoint.status !== 'ACCEPTED'
        && button(page.s, { key: 'extend', label: page.s.t('filing.extend'), run: () => askFor(page, checkpoint) });
}

function askFor(page, checkpoint) {
    const { s } = page;
    const agency = plain(s, checkpoint.agencyName);
    askKept(page, `extend.${checkpoint.id}`, {
        title: s.t('filing.extendTitle', { agency }), confirm: s.t('filing.extend'), values: { until: '', reason: '' },
        body: (values, change, problem) => [
            h('p', { key: 'hint' }, s.t('filing.extendHint', { due: s.date(checkpoint.dueOn) })),
            textField(s, {
                form: 'dialog', name: 'until', type: 'date', label: s.t('extend.column.until'), required: true, errors: errorsOf(problem),
                value: values.until, change: (until) => change({ until }),
            }),
            textArea(s, {
                form: 'dialog', name: 'reason', label: s.t('form.reason'), required: true, maxlength: 2000, errors: errorsOf(problem),
                value: values.reason, change: (reason) => change({ reason }),
            }),
        ],
        run: async ({ until, reason }) => {
            if (!until) {
                return { status: 422, title: s.t('form.failed'), detail: s.t('work.fillIn'), errors: [{ pointer: 'until', detail: s.t('work.needed') }] };
            }
            const answer = await page.api.post(`/api/v1/checkpoints/${encodeURIComponent(checkpoint.id)}/extensions`, { until, reason });
            if (answer.ok) {
                loadCheckpoint(page, checkpoint.id);
                tell(page, s.t('filing.extended', { agency }));
            }
            return answer.problem;
        },
    });
}
