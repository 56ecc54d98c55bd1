package kcs.progress.healthrule;

import java.math.BigDecimal;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rule as it is printed beside what it says.
 *
 * @param version another one whenever the rule or a threshold is another
 */
@Schema(name = "HealthRule")
public record PrintedRule(
        @Schema(required = true, maxLength = 60, examples = "1-30-0.5-25-10")
        String version,

        @Schema(required = true) Label text,
        @Schema(required = true) Thresholds thresholds) {

    /** See {@link HealthConfig}. */
    @Schema(name = "HealthThresholds")
    public record Thresholds(
            @Schema(required = true, minimum = "0") int offTrackMilestoneDays,

            @Schema(required = true, minimum = "0", maximum = "1")
            BigDecimal offTrackOverdueShare,

            @Schema(required = true, minimum = "0", maximum = "100")
            int offTrackBehindPoints,

            @Schema(required = true, minimum = "0", maximum = "100")
            int atRiskBehindPoints) {}

    static PrintedRule of(int rule, HealthConfig limits) {
        Thresholds thresholds = new Thresholds(
                limits.offTrackMilestoneDays(),
                limits.offTrackOverdueShare(),
                limits.offTrackBehindPoints(),
                limits.atRiskBehindPoints());
        String version = "%d-%d-%s-%d-%d"
                .formatted(
                        rule,
                        thresholds.offTrackMilestoneDays(),
                        thresholds.offTrackOverdueShare().toPlainString(),
                        thresholds.offTrackBehindPoints(),
                        thresholds.atRiskBehindPoints());
        return new PrintedRule(version, new Label(korean(thresholds), english(thresholds)), thresholds);
    }

    private static String english(Thresholds limits) {
        return ("COMPLETED: the task is completed. OFF_TRACK: a milestone is more than %d days late, or %s %% or more of"
                        + " the due checkpoints are overdue, or completion is more than %d points behind the time"
                        + " elapsed. AT_RISK: a milestone is late, or a checkpoint is overdue, or completion is more"
                        + " than %d points behind. NOT_REPORTED: nothing was accepted in the last closed cycle. Else"
                        + " ON_TRACK. The first that applies holds, in this order. What nobody stated is not looked at."
                        + " Looked at are the checkpoints of open cycles and of the last closed one, waived ones left"
                        + " out; where nothing at all was accepted in that one, it counts for NOT_REPORTED alone.")
                .formatted(
                        limits.offTrackMilestoneDays(),
                        percent(limits.offTrackOverdueShare()),
                        limits.offTrackBehindPoints(),
                        limits.atRiskBehindPoints());
    }

    private static String korean(Thresholds limits) {
        return ("완료(COMPLETED): 과제가 완료됨. 부진(OFF_TRACK): 세부 일정이 %d일 넘게 지연되거나, 기한이 된 점검의 %s %% 이상이"
                        + " 미제출이거나, 진척률이 기간 경과율보다 %d%%p 넘게 뒤처짐. 주의(AT_RISK): 세부 일정이 지연되거나, 기한이 지난"
                        + " 미제출 점검이 있거나, 진척률이 %d%%p 넘게 뒤처짐. 미보고(NOT_REPORTED): 마지막으로 마감된 점검주기에 승인된 것이 없음."
                        + " 그 밖에는 정상(ON_TRACK). 이 순서로 먼저 해당하는 것을 따르며, 명시되지 않은 것은 보지 않음. 진행 중인 점검주기와"
                        + " 마지막으로 마감된 점검주기의 점검을 보되 면제된 것은 빼며, 마감된 주기에 승인된 것이 하나도 없으면 그 주기는 미보고로만 봄.")
                .formatted(
                        limits.offTrackMilestoneDays(),
                        percent(limits.offTrackOverdueShare()),
                        limits.offTrackBehindPoints(),
                        limits.atRiskBehindPoints());
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
