package kcs.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

    record Ask(
            @NotBlank @Size(min = 1, max = 5) @Pattern(regexp = "[a-z]+")
            String reason,

            @NotBlank @Size(min = 1, max = 3) String name) {}

    private final Limits limits = new Limits(VALIDATORS.getValidator());

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    @Test
    void saysOfAnEmptyTextOnlyThatItIsRequired() {
        assertThat(errors(new Ask("", ""))).containsExactly("/name required", "/reason required");
    }

    @Test
    void saysOfABlankTextOnlyThatItIsRequired() {
        assertThat(errors(new Ask("   ", "a"))).containsExactly("/reason required");
    }

    @Test
    void saysEverythingThatIsWrongWithATextThatIsThere() {
        assertThat(errors(new Ask("TOO LONG", "abcd")))
                .containsExactly("/name size", "/reason pattern", "/reason size");
    }

    private List<String> errors(Ask ask) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> limits.require(ask));
        return refused.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }
}
