package kcs.progress.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well a task goes: 정상, 주의, 부진, 미보고, 완료. */
@Schema(name = "BoardHealthState")
public enum HealthState {
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    NOT_REPORTED,
    COMPLETED
}
