package kcs.progress.checkpoints;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import kcs.chassis.time.Seoul;
import kcs.progress.directory.Label;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.Visibility;

/** Checkpoints in memory: due on Monday 7 October 2024, locked after the 18th. */
final class Checkpoints {
    static final LocalDate DUE = LocalDate.of(2024, 10, 7);
    static final LocalDate LOCKS = LocalDate.of(2024, 10, 18);
    static final Instant EARLY = noon(LocalDate.of(2024, 9, 30));

    private Checkpoints() {}

    static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(Seoul.ZONE).toInstant();
    }

    static Checkpoint open() {
        Label label = new Label("이름", null);
        Duty duty = new Duty(
                "KCS-2024-01.2024Q3.DAPA",
                "KCS-2024-2024Q3",
                "KCS-2024",
                "2024Q3",
                "KCS-2024-01",
                label,
                Visibility.PUBLIC,
                Set.of("KCS", "DAPA"),
                "DAPA",
                label,
                true,
                ParticipationRole.PARTNER,
                DUE,
                LOCKS,
                false,
                null);
        return new Checkpoint(
                duty, Filed.NOTHING, new Checkpoint.Standing(CheckpointStatus.OPEN, null, null, null, 0, EARLY));
    }

    static Checkpoint submitted() {
        Checkpoint checkpoint = open();
        checkpoint.file("reporter", EARLY);
        return checkpoint;
    }

    static Checkpoint accepted() {
        Checkpoint checkpoint = submitted();
        checkpoint.accept("planner", null, 40, "ON_TRACK", EARLY);
        return checkpoint;
    }

    static Checkpoint returned() {
        Checkpoint checkpoint = submitted();
        checkpoint.sendBack("planner", "수치가 없음", DUE.plusDays(3), EARLY);
        return checkpoint;
    }

    static Checkpoint in(CheckpointStatus status) {
        return switch (status) {
            case OPEN -> open();
            case SUBMITTED -> submitted();
            case ACCEPTED -> accepted();
            case RETURNED -> returned();
            case WAIVED -> {
                Checkpoint checkpoint = open();
                checkpoint.waive("보류", EARLY);
                yield checkpoint;
            }
        };
    }

    /** Does to a checkpoint what an action stands for. */
    static Checkpoint.Step act(Checkpoint checkpoint, CheckpointAction action) {
        return switch (action) {
            case OPENED -> throw new IllegalArgumentException("nothing is opened twice");
            case SUBMITTED -> checkpoint.file("reporter", EARLY);
            case WITHDRAWN -> checkpoint.withdraw("착오", EARLY);
            case ACCEPTED -> checkpoint.accept("planner", null, 40, "ON_TRACK", EARLY);
            case RETURNED -> checkpoint.sendBack("planner", "다시", DUE.plusDays(3), EARLY);
            case CORRECTED -> checkpoint.correct("reporter", "집계 착오", EARLY);
            case WAIVED -> checkpoint.waive("보류", EARLY);
            case EXTENDED -> checkpoint.extendTo(DUE.plusDays(5), EARLY);
        };
    }
}
