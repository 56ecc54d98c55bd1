package kcs.progress.tables;

import java.util.List;

/**
 * How a column of a sheet looks.
 *
 * @param width in characters
 * @param holds what its cells hold; it decides how what is typed there is taken
 * @param choices what may be chosen in it; empty where anything may be written
 * @param choiceRefusal what the sheet says to whoever writes something else
 */
public record Column(String heading, int width, Cell.Kind holds, List<String> choices, String choiceRefusal) {}
