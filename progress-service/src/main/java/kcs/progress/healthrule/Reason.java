package kcs.progress.healthrule;

import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that the derived health follows from, or that nobody stated.
 *
 * @param code for programs
 */
@Schema(name = "HealthReason")
public record Reason(
        @Schema(required = true, maxLength = 40, examples = "CHECKPOINTS_OVERDUE")
        String code,

        @Schema(required = true) Label text) {

    public static final Reason COMPLETED = of("TASK_COMPLETED", "과제가 완료됨", "the task is completed");
    public static final Reason NOTHING_DUE = of("NOTHING_DUE", "아직 기한이 된 것이 없음", "nothing is due yet");
    public static final Reason NOTHING_LATE = of("NOTHING_LATE", "지연된 것이 없음", "nothing is late");
    public static final Reason MILESTONES_NOT_STATED =
            of("MILESTONES_NOT_STATED", "세부 일정의 기한: 명시되지 않음", "dates of milestones: not stated");
    public static final Reason COMPLETION_NOT_STATED =
            of("COMPLETION_NOT_STATED", "진척률: 명시되지 않음", "completion: not stated");
    public static final Reason PERIOD_NOT_STATED =
            of("PERIOD_NOT_STATED", "과제의 시작일·종료일: 명시되지 않음", "first and last day of the task: not stated");

    private static Reason of(String code, String ko, String en) {
        return new Reason(code, new Label(ko, en));
    }

    /** @param others how many more are late, by fewer days */
    static Reason milestoneLate(Label title, long days, int others) {
        String english = title.en() == null ? title.ko() : title.en();
        String more = others == 0 ? "" : ", %d more late".formatted(others);
        String besides = others == 0 ? "" : ", 그 밖에 %d건 지연".formatted(others);
        return of(
                "MILESTONE_LATE",
                "세부 일정 '%s' %d일 지연%s".formatted(title.ko(), days, besides),
                "milestone %s %d %s late%s".formatted(english, days, days == 1 ? "day" : "days", more));
    }

    static Reason overdue(int overdue, int due) {
        return of(
                "CHECKPOINTS_OVERDUE",
                "점검 %d건 중 %d건 미제출(기한 경과)".formatted(due, overdue),
                "%d of %d %s overdue".formatted(overdue, due, due == 1 ? "checkpoint" : "checkpoints"));
    }

    static Reason behind(int complete, int elapsed) {
        return of(
                "BEHIND_TIME",
                "기간 %d %% 경과, 진척률 %d %%".formatted(elapsed, complete),
                "%d %% done at %d %% of the time".formatted(complete, elapsed));
    }

    static Reason nothingAccepted(String period, int expected, int received) {
        String filed = received == 0 ? "" : ": %d of %d filed".formatted(received, expected);
        String korean = received == 0 ? "" : ": %d건 중 %d건 제출".formatted(expected, received);
        return of(
                "NOTHING_ACCEPTED",
                "%s 점검에서 승인된 것이 없음%s".formatted(period, korean),
                "nothing accepted in %s%s".formatted(period, filed));
    }
}
