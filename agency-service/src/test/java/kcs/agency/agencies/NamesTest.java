package kcs.agency.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final DatedName FIRST = named("전략물자관리원", null);
    private static final DatedName SECOND = named("무역안보관리원", LocalDate.of(2024, 8, 21));
    private static final DatedName AHEAD = named("무역안보원", LocalDate.of(2027, 1, 1));

    @Test
    void answersTheNameOfTheDay() {
        Names names = Names.of(List.of(AHEAD, SECOND, FIRST));

        assertThat(names.on(LocalDate.of(2024, 8, 20)).name().ko()).isEqualTo("전략물자관리원");
        assertThat(names.on(LocalDate.of(2024, 8, 21)).name().ko()).isEqualTo("무역안보관리원");
        assertThat(names.on(TODAY).name().ko()).isEqualTo("무역안보관리원");
        assertThat(names.on(LocalDate.of(2027, 1, 1)).name().ko()).isEqualTo("무역안보원");
    }

    @Test
    void callsAnAgencyByItsFirstNameBeforeThatBegins() {
        Names names = Names.of(List.of(AHEAD));

        assertThat(names.on(TODAY).name().ko()).isEqualTo("무역안보원");
    }

    @Test
    void takesTheNameForTheShortNameWhereNoneIsGiven() {
        DatedName bare = new DatedName(new Bilingual("관세청", null), null, null);

        assertThat(Names.of(List.of(bare)).all().get(0).shortName().ko()).isEqualTo("관세청");
    }

    @Test
    void refusesTwoNamesFromOneDayOn() {
        assertThatThrownBy(() -> Names.of(List.of(FIRST, named("다른 이름", null))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors()).singleElement().satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo("/names/1/validFrom");
                            assertThat(error.code()).isEqualTo("duplicate-date");
                        }));
    }

    @Test
    void keepsANameThatHasBegun() {
        Names names = Names.of(List.of(FIRST, SECOND, AHEAD));

        assertRefused(names, List.of(FIRST, AHEAD));
        assertRefused(names, List.of(FIRST, named("무역안보관리원", LocalDate.of(2024, 8, 22)), AHEAD));
        assertRefused(names, List.of(FIRST, named("다른 이름", LocalDate.of(2024, 8, 21)), AHEAD));
    }

    @Test
    void letsANameYetToBeginMoveAndGo() {
        Names names = Names.of(List.of(FIRST, SECOND, AHEAD));
        DatedName later = named("무역안보원", LocalDate.of(2027, 3, 1));

        assertThat(names.replacedBy(List.of(FIRST, SECOND, later), TODAY).all()).containsExactly(FIRST, SECOND, later);
        assertThat(names.replacedBy(List.of(SECOND, FIRST), TODAY).all()).containsExactly(FIRST, SECOND);
    }

    @Test
    void letsTheTranslationOfANameThatHasBegunBeCorrected() {
        Names names = Names.of(List.of(FIRST));
        DatedName translated =
                new DatedName(new Bilingual("전략물자관리원", "Korea Strategic Trade Institute"), FIRST.shortName(), null);

        assertThat(names.replacedBy(List.of(translated), TODAY).all()).containsExactly(translated);
    }

    @Test
    void takesTodaysNameForOneThatHasBegun() {
        Names names = Names.of(List.of(FIRST, named("새 이름", TODAY)));

        assertRefused(names, List.of(FIRST));
    }

    private static void assertRefused(Names names, List<DatedName> wanted) {
        assertThatThrownBy(() -> names.replacedBy(wanted, TODAY))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.errors().get(0).code()).isEqualTo("name-in-effect");
                });
    }

    private static DatedName named(String ko, LocalDate from) {
        Bilingual name = new Bilingual(ko, null);
        return new DatedName(name, name, from);
    }
}
