package kcs.agency.agencies;

/** Where the knowledge of an agency's name comes from. */
enum NameProvenance {
    /** The announcement of the plan calls it so (발표 당시 명칭); nobody has recorded a name since. */
    ANNOUNCED,
    /** A planner recorded it. */
    RECORDED
}
