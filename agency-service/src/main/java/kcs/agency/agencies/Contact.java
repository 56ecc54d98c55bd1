package kcs.agency.agencies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to ask at an agency. Shown to signed-in users only; never in events, history or logs. */
@Schema(name = "Contact")
record Contact(
        @NotBlank @Size(max = 100) @Schema(required = true, minLength = 1, maxLength = 100, examples = "통관기획과")
        String department,

        @Size(max = 40)
        @Pattern(regexp = "[0-9+() -]{3,40}")
        @Schema(maxLength = 40, pattern = "^[0-9+() -]{3,40}$", examples = "+82-42-481-0000")
        String phone,

        @Size(max = 254)
        @Pattern(regexp = "[^@\\s]+@[^@\\s]+")
        @Schema(maxLength = 254, pattern = "^[^@\\s]+@[^@\\s]+$", examples = "office@example.go.kr")
        String email) {}
