package kcs.agency.agencies;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a revision changed in one field.
 *
 * @param from as it was, in JSON; null for contacts, of which no copy is kept
 * @param to as it is since
 */
@Schema(name = "FieldChange")
record FieldChange(
        @Schema(required = true, maxLength = 60, examples = "type")
        String field,

        @Schema(description = "As it was; null for contacts, of which no copy is kept")
        Object from,

        @Schema(description = "As it is since then; null for contacts")
        Object to) {}
