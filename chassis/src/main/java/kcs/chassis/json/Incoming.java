package kcs.chassis.json;

/**
 * The body of a request, not yet read: whether there is such a thing, and whether the caller may change it, is answered
 * before the body is judged.
 *
 * @param bytes as they came
 * @param mediaType as declared; null when nothing was
 */
public record Incoming(byte[] bytes, String mediaType) {}
