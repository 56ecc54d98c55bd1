/** Loads what stands on the desk of an agency. */
export async function loadList(page) {
    const agency = encodeURIComponent(page.session.agency);
    const [work, checkpoints, cycles] = await Promise.all([
        page.api.get('/api/v1/worklist'),
        page.api.all(`/api/v1/checkpoints?agency=${agency}&sort=-changedAt`),
        page.api.all('/api/v1/cycles?status=OPEN&sort=dueOn'),
    ]);
    const failed = [work, checkpoints, cycles].find((answer) => !answer.ok);
    page.set(({ list }) => ({
        list: failed
            // What was loaded earlier stays to be seen, with a word that it could not be refreshed.
            ? { ...list, problem: failed.problem }
            : { data: { work: work.data, checkpoints: checkpoints.data, cycles: cycles.data }, problem: null },
    }));
}
