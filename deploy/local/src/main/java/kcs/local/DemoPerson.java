package kcs.local;

/**
 * Somebody who acts in the demonstration.
 *
 * @param name whom the identity provider knows, {@code reporter} for all reporters
 * @param agency of a reporter; null for anybody else
 */
record DemoPerson(String name, String agency) {
    /** Plans, files for those who have no reporters, decides. */
    static final DemoPerson PLANNER = new DemoPerson("planner", null);

    /** Reviews what the agencies, and the planner for some of them, have filed. */
    static final DemoPerson REVIEWER = new DemoPerson("planner-2", null);

    /** Advises, and says whether an answer will do. */
    static final DemoPerson COMMITTEE = new DemoPerson("committee", null);

    static DemoPerson reporterOf(String agency) {
        return new DemoPerson("reporter", agency);
    }

    @Override
    public String toString() {
        return Realm.userOf(name, agency);
    }
}
