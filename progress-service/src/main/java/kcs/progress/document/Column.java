package kcs.progress.document;

/**
 * A column of a table.
 *
 * @param id in camelCase, as in the JSON
 * @param weight how wide it is beside the others; 1 is a short number
 */
public record Column(String id, String heading, int weight) {}
