package kcs.progress.mail;

import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.Label;

/**
 * What an agency is told by one mail: everything it was reminded of and still owes.
 *
 * @param agency its name
 * @param day in Seoul
 * @param lines what is due first comes first
 * @param url of the page to file at
 */
record Digest(Label agency, LocalDate day, List<Line> lines, String url) {

    /**
     * A checkpoint that is owed.
     *
     * @param title null where the task is not public: a mail leaves the suite
     * @param returned whether it was filed and came back for revision
     * @param ahead days until it is due; negative when that day has passed
     */
    record Line(String task, Label title, String period, boolean returned, LocalDate dueOn, int ahead) {

        /** Public, as templates must see it. */
        public int late() {
            return -ahead;
        }
    }

    /** In Korean, with how much there is of what. */
    public String subject() {
        long late = lines.stream().filter(line -> line.ahead() < 0).count();
        long today = lines.stream().filter(line -> line.ahead() == 0).count();
        long soon = lines.size() - late - today;
        StringBuilder subject = new StringBuilder("[협업과제 이행점검] 제출 안내:");
        String separator = " ";
        for (Part part : List.of(new Part("기한 경과", late), new Part("오늘 기한", today), new Part("기한 전", soon))) {
            if (part.count() > 0) {
                subject.append(separator)
                        .append(part.name())
                        .append(' ')
                        .append(part.count())
                        .append("건");
                separator = ", ";
            }
        }
        return subject.toString();
    }

    private record Part(String name, long count) {}
}
