package kcs.agency.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import kcs.agency.catalogue.CatalogueEntries;
import org.junit.jupiter.api.Test;

class AnnouncedTest {

    @Test
    void keepsToTheLimitsOfTheApi() {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();

            for (Announced.Entry entry : CatalogueEntries.all()) {
                assertThat(validator.validate(Announced.command(entry)))
                        .as(entry.code())
                        .isEmpty();
            }
        }
    }
}
