package kcs.chassis.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that is wrong with one place of the input.
 *
 * @param pointer JSON Pointer into the body, or the name of the parameter or header
 * @param code language-free word for what is wrong, for programs
 * @param detail the same for people, in the caller's language; null until it is written out
 * @param arguments what the text names, such as a limit; not part of the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Schema(maxLength = 500, examples = "/title/ko") String pointer,
        @Schema(maxLength = 60, examples = "required") String code,
        @Schema(maxLength = 1000) String detail,
        @JsonIgnore @Schema(hidden = true) Object... arguments) {

    /** An error whose text is looked up under {@code field.<code>} in the caller's language. */
    public static FieldError of(String pointer, String code, Object... arguments) {
        return new FieldError(pointer, code, null, arguments);
    }

    /** A refusal of one thing among many, in the refusal's own words. */
    public static FieldError of(String pointer, ProblemException refusal) {
        return new FieldError(pointer, refusal.slug(), null, refusal.arguments());
    }
}
