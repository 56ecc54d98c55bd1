package kcs.progress.checkpoints;

import java.time.LocalDate;
import java.util.Set;
import kcs.progress.directory.Label;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.Visibility;

/**
 * What a checkpoint is about; stays as it is for as long as there is the checkpoint, but for what is its cycle's or its
 * task's.
 *
 * @param id {@code KCS-2024-01.2024Q3.DAPA}: task, period, agency
 * @param visibility of the task
 * @param participants the agencies that take part in the task now
 * @param agencyName as the agency was called when the checkpoint was made
 * @param agencyReports whether the agency files for itself; where not, planners do as its proxy
 * @param dueOn the cycle's due date
 * @param locksOn last day on which it is taken late
 * @param cycleClosed whether its cycle takes nothing more
 * @param guidance what the cycle says to those who write; null where nothing
 */
public record Duty(
        String id,
        String cycle,
        String plan,
        String period,
        String task,
        Label taskTitle,
        Visibility visibility,
        Set<String> participants,
        String agency,
        Label agencyName,
        boolean agencyReports,
        ParticipationRole role,
        LocalDate dueOn,
        LocalDate locksOn,
        boolean cycleClosed,
        String guidance) {}
