package kcs.agency.agencies;

/** Whether an agency still exists. It ends once and does not come back; its successor is another agency. */
enum AgencyStatus {
    ACTIVE,
    ABOLISHED
}
