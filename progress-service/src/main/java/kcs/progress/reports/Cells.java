package kcs.progress.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.Label;
import kcs.progress.document.Cell;
import kcs.progress.words.Words;

/**
 * Makes cells in one language. What nobody has stated says so. What comes again with every row of a long table is made once;
 * not for several threads.
 */
final class Cells {
    private final Words words;
    private final Map<String, Label> agencies;
    private final Map<String, Map<Enum<?>, Cell>> names = new HashMap<>();
    private final Map<String, Cell> periods = new HashMap<>();
    private final Map<String, Cell> agencyNames = new HashMap<>();
    private final Cell notStated;

    /** @param agencies by what name each goes, by its code */
    Cells(Words words, Map<String, Label> agencies) {
        this.words = words;
        this.agencies = agencies;
        this.notStated = new Cell.NotStated(words.say("page.notStated"));
    }

    Words words() {
        return words;
    }

    Cell text(String text) {
        return text == null ? notStated : new Cell.Text(text);
    }

    Cell text(Label label) {
        return label == null ? notStated : new Cell.Text(words.say(label));
    }

    /** The word of a code, such as of a status. */
    Cell name(String kind, Enum<?> code) {
        return code == null
                ? Cell.NOTHING
                : names.computeIfAbsent(kind, any -> new HashMap<>())
                        .computeIfAbsent(code, any -> new Cell.Text(words.name(kind, code)));
    }

    /** Null is the whole plan. */
    Cell period(String period) {
        return periods.computeIfAbsent(period, any -> new Cell.Text(Periods.name(period, words)));
    }

    Cell number(BigDecimal value) {
        return value == null ? notStated : new Cell.Number(value);
    }

    Cell number(Integer value) {
        return value == null ? notStated : Cell.of(value);
    }

    Cell percent(Integer value) {
        return value == null ? notStated : new Cell.Percent(BigDecimal.valueOf(value));
    }

    /** A rate of 0 to 1; nothing where nothing was due. */
    Cell rate(Double rate) {
        return rate == null
                ? Cell.NOTHING
                : new Cell.Percent(BigDecimal.valueOf(rate).movePointRight(2));
    }

    Cell day(LocalDate day) {
        return day == null ? notStated : new Cell.Day(day);
    }

    /** A day that does not apply where there is none. */
    Cell dayOrNothing(LocalDate day) {
        return day == null ? Cell.NOTHING : new Cell.Day(day);
    }

    Cell light(HealthState health) {
        return health == null ? Cell.NOTHING : new Cell.Light(health, words.name("health", health));
    }

    Cell agency(String code) {
        return code == null ? notStated : agencyNames.computeIfAbsent(code, any -> new Cell.Text(agencyName(code)));
    }

    Cell agencies(List<TaskLine.Part> parts) {
        return new Cell.Text(
                parts.stream().map(part -> agencyName(part.agency())).collect(Collectors.joining(", ")));
    }

    String agencyName(String code) {
        Label name = agencies.get(code);
        return name == null ? code : words.say(name);
    }

    Cell notStated() {
        return notStated;
    }
}
