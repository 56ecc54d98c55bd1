-- Like those of V1, policies for what is there ask for the roles in a SELECT of its own: once for a statement and not for
-- each row; and where it is inlined the planner takes it to hold for hardly any row.
ALTER POLICY reminder_seen ON reminder USING ((SELECT caller_has('planner', 'auditor')));
ALTER POLICY reminder_gathered ON reminder USING ((SELECT caller_has('planner')));

ALTER POLICY mail_seen ON mail USING ((SELECT caller_has('planner', 'auditor')));
ALTER POLICY mail_settled ON mail USING ((SELECT caller_has('planner')));

ALTER POLICY assessment_seen ON assessment USING (
    EXISTS (SELECT FROM known_task
            WHERE code = assessment.task
              AND (assessment.visibility = 'PUBLIC'
                   OR (SELECT caller_has('planner', 'committee', 'auditor'))
                   OR caller_takes_part(participants))));
ALTER POLICY assessment_replaced ON assessment USING ((SELECT caller_has('planner')));

ALTER POLICY health_changed ON health USING ((SELECT caller_has('planner')));
ALTER POLICY health_history_seen ON health_history USING (
    EXISTS (SELECT FROM known_task
            WHERE code = health_history.task
              AND (health_history.visibility = 'PUBLIC'
                   OR (SELECT caller_has('planner', 'committee', 'auditor'))
                   OR caller_takes_part(participants))));

ALTER POLICY extension_seen ON extension USING (
    (SELECT caller_has('planner', 'auditor')) OR caller_reports_for(agency));
ALTER POLICY extension_decided ON extension USING ((SELECT caller_has('planner')));
