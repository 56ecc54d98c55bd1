package kcs.progress.dashboard;

import java.time.LocalDate;
import kcs.progress.board.Board;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.Dated;
import kcs.progress.figures.JudgedCheckpoint;

/** Whether a board looks different on another day though nothing happened: an agency's name, or what is due. */
record Overnight(Board before, LocalDate after) {

    boolean looksDifferent() {
        return before.states().agencies().values().stream().map(Dated::state).anyMatch(this::isRenamed)
                || before.states().checkpoints().all().map(Dated::state).anyMatch(this::isJudgedAnew);
    }

    private boolean isRenamed(AgencyState agency) {
        return !agency.nameOn(after).equals(agency.nameOn(before.day()));
    }

    private boolean isJudgedAnew(CheckpointState checkpoint) {
        JudgedCheckpoint then = JudgedCheckpoint.of(checkpoint, before.states(), before.day());
        return !then.equals(JudgedCheckpoint.of(checkpoint, before.states(), after));
    }
}
