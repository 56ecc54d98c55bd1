package kcs.progress.submissions;

/** Who filed: the agency itself, or a planner for an agency without reporters. */
public enum FiledBy {
    AGENCY,
    PROXY
}
