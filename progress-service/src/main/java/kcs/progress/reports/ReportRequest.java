package kcs.progress.reports;

import kcs.progress.audience.Audience;
import kcs.progress.told.Moment;

/**
 * What is asked for.
 *
 * @param plan code of the plan
 * @param period null for the whole plan
 * @param moment as of when
 * @param comparedWith what it is compared with; null for the last meeting
 */
record ReportRequest(String plan, String period, Moment moment, Earlier comparedWith, Audience audience) {}
