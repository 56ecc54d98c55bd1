package kcs.agency.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class AgencyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate START = LocalDate.of(1970, 8, 27);

    @Test
    void begins() {
        Agency agency = customs(NameProvenance.RECORDED);

        assertThat(agency.status()).isEqualTo(AgencyStatus.ACTIVE);
        assertThat(agency.validTo()).isNull();
        assertThat(agency.contacts()).isEmpty();
    }

    @Test
    void saysWhatAnEditChanged() {
        Agency agency = customs(NameProvenance.RECORDED);

        List<FieldChange> changes = agency.edit(
                edit(agency, wanted -> wanted.type(AgencyType.MINISTRY).contacts(List.of(contact()))), TODAY);

        assertThat(changes)
                .containsExactly(
                        new FieldChange("type", AgencyType.ADMINISTRATION, AgencyType.MINISTRY),
                        new FieldChange("contacts", null, null));
    }

    @Test
    void changesNothingWhereNothingIsDifferent() {
        Agency agency = customs(NameProvenance.RECORDED);

        assertThat(agency.edit(agency.editable(), TODAY)).isEmpty();
    }

    @Test
    void losesTheLabelOfTheAnnouncementWithALaterName() {
        Agency agency = customs(NameProvenance.ANNOUNCED);

        agency.edit(edit(agency, wanted -> wanted.addName("새관세청", LocalDate.of(2027, 1, 1))), TODAY);

        assertThat(agency.nameProvenance()).isEqualTo(NameProvenance.RECORDED);
    }

    @Test
    void keepsTheLabelOfTheAnnouncementWithATranslation() {
        Agency agency = customs(NameProvenance.ANNOUNCED);

        agency.edit(edit(agency, wanted -> wanted.translate("Customs")), TODAY);

        assertThat(agency.nameProvenance()).isEqualTo(NameProvenance.ANNOUNCED);
    }

    @Test
    void isAbolishedWithItsLastDayAndAReason() {
        Agency agency = customs(NameProvenance.RECORDED);

        agency.edit(edit(agency, wanted -> wanted.abolish(TODAY, "정부조직 개편")), TODAY);

        assertThat(agency.status()).isEqualTo(AgencyStatus.ABOLISHED);
        assertThat(agency.validTo()).isEqualTo(TODAY);
    }

    @Test
    void isNotAbolishedAheadNorWithoutAReasonNorBeforeItBegan() {
        Agency agency = customs(NameProvenance.RECORDED);

        assertErrors(agency, wanted -> wanted.abolish(TODAY.plusDays(1), "개편"), "/validTo not-yet");
        assertErrors(agency, wanted -> wanted.abolish(null, " "), "/validTo required", "/reason required");
        assertErrors(agency, wanted -> wanted.abolish(START.minusDays(1), "개편"), "/validTo before-start");
    }

    @Test
    void hasNoLastDayWhileItExists() {
        assertErrors(customs(NameProvenance.RECORDED), wanted -> wanted.validTo(TODAY), "/validTo only-when-abolished");
    }

    @Test
    void doesNotComeBack() {
        Agency agency = customs(NameProvenance.RECORDED);
        agency.edit(edit(agency, wanted -> wanted.abolish(TODAY, "개편")), TODAY);

        assertThatThrownBy(() -> agency.edit(
                        edit(
                                agency,
                                wanted -> wanted.status(AgencyStatus.ACTIVE).validTo(null)),
                        TODAY))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.slug()).isEqualTo("agency-abolished");
                });
    }

    @Test
    void correctsTheLastDayOfAnAbolishedAgencyWithAReason() {
        Agency agency = customs(NameProvenance.RECORDED);
        agency.edit(edit(agency, wanted -> wanted.abolish(TODAY, "개편")), TODAY);

        assertErrors(agency, wanted -> wanted.validTo(TODAY.minusDays(1)), "/reason required");

        agency.edit(edit(agency, wanted -> wanted.abolish(TODAY.minusDays(1), "시행일 정정")), TODAY);
        assertThat(agency.validTo()).isEqualTo(TODAY.minusDays(1));
    }

    @Test
    void verifiesOnlyAnOfficialCodeThatIsThere() {
        assertErrors(
                customs(NameProvenance.RECORDED),
                wanted -> wanted.verified(true),
                "/officialCode needed-when-verified");
    }

    @Test
    void doesNotBelongToItself() {
        assertErrors(customs(NameProvenance.RECORDED), wanted -> wanted.parent("KCS"), "/parent cycle");
    }

    private static Agency customs(NameProvenance provenance) {
        DatedName name = new DatedName(new Bilingual("관세청", null), null, null);
        RegisterAgency wanted = new RegisterAgency(
                "KCS", null, null, List.of(name), AgencyType.ADMINISTRATION, null, true, START, null);
        return Agency.register(wanted, provenance);
    }

    private static Contact contact() {
        return new Contact("통관기획과", null, null);
    }

    private static EditAgency edit(Agency agency, UnaryOperator<Wanted> wish) {
        return wish.apply(new Wanted(agency.editable())).toEdit();
    }

    private static void assertErrors(Agency agency, UnaryOperator<Wanted> wish, String... expected) {
        assertThatThrownBy(() -> agency.edit(edit(agency, wish), TODAY))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.errors()).extracting(AgencyTest::inShort).containsExactly(expected);
                });
    }

    private static String inShort(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    /** What a planner wants, put together a property at a time. */
    private static final class Wanted {
        private final EditAgency before;
        private boolean verified;
        private List<DatedName> names;
        private AgencyType type;
        private String parent;
        private LocalDate validTo;
        private AgencyStatus status;
        private List<Contact> contacts;
        private String reason;

        Wanted(EditAgency before) {
            this.before = before;
            verified = before.officialCodeVerified();
            names = before.names();
            type = before.type();
            parent = before.parent();
            validTo = before.validTo();
            status = before.status();
            contacts = before.contacts();
        }

        Wanted verified(boolean value) {
            verified = value;
            return this;
        }

        Wanted addName(String ko, LocalDate from) {
            names = new ArrayList<>(names);
            names.add(new DatedName(new Bilingual(ko, null), null, from));
            return this;
        }

        Wanted translate(String en) {
            DatedName first = names.get(0);
            names = List.of(new DatedName(new Bilingual(first.name().ko(), en), first.shortName(), first.validFrom()));
            return this;
        }

        Wanted type(AgencyType value) {
            type = value;
            return this;
        }

        Wanted parent(String value) {
            parent = value;
            return this;
        }

        Wanted validTo(LocalDate value) {
            validTo = value;
            return this;
        }

        Wanted status(AgencyStatus value) {
            status = value;
            return this;
        }

        Wanted abolish(LocalDate day, String why) {
            reason = why;
            return validTo(day).status(AgencyStatus.ABOLISHED);
        }

        Wanted contacts(List<Contact> value) {
            contacts = value;
            return this;
        }

        EditAgency toEdit() {
            return new EditAgency(
                    before.officialCode(),
                    verified,
                    names,
                    type,
                    parent,
                    before.reports(),
                    before.validFrom(),
                    validTo,
                    status,
                    contacts,
                    reason);
        }
    }
}
