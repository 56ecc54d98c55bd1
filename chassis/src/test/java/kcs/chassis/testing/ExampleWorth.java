package kcs.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How much a reader learns from an example: one without faults before one with some, then the one that says more.
 *
 * @param faults what a reader would stumble over, though it is true
 * @param said how many different things have a value
 */
record ExampleWorth(int faults, int said) implements Comparable<ExampleWorth> {
    /** What tests write to see whether it is refused or hidden, and what only makes sense within its test. */
    private static final Pattern ODD = Pattern.compile(
            "비밀|confidential|시험기관|시험 (?:계획|과제)|Test agency|cursor=|\"If-Match\":\"\\*\"|[<>]|%3C|\\\\u0000"
                    + "|NOBODYS|\"a\\.(?:txt|png)");

    /** Rather a long answer in JSON than the same as a sheet. */
    private static final int WITHOUT_STRUCTURE = 5;

    static ExampleWorth of(JsonNode example) {
        String text = example.toString();
        int faults = (int) ODD.matcher(text).results().count();
        if (text.length() > Example.MOST_CHARACTERS) {
            faults += 2 + text.length() / Example.MOST_CHARACTERS;
        }
        JsonNode response = example.path("response");
        if (response.has("contentType") && !Example.isJson(response)) {
            faults += WITHOUT_STRUCTURE;
        }
        Set<String> said = new TreeSet<>();
        collect(example, "", said);
        return new ExampleWorth(faults, said.size());
    }

    private static void collect(JsonNode node, String path, Set<String> said) {
        if (node.isValueNode() && !node.isNull()) {
            said.add(path);
        }
        node.properties().forEach(member -> collect(member.getValue(), path + "/" + member.getKey(), said));
        if (node.isArray()) {
            node.forEach(item -> collect(item, path, said));
        }
    }

    @Override
    public int compareTo(ExampleWorth other) {
        return Comparator.comparingInt(ExampleWorth::faults)
                .reversed()
                .thenComparingInt(ExampleWorth::said)
                .compare(this, other);
    }
}
