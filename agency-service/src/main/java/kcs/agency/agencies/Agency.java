package kcs.agency.agencies;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An agency that takes part in collaboration tasks, with every name it has had. */
@Entity
@Table(name = "agency")
class Agency extends PanacheEntityBase {
    @Id
    private String code;

    @Column(name = "official_code")
    private String officialCode;

    @Column(name = "official_code_verified")
    private boolean officialCodeVerified;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<DatedName> names;

    @Column(name = "search_text")
    private String searchText;

    @Enumerated(EnumType.STRING)
    @Column(name = "name_provenance")
    private NameProvenance nameProvenance;

    @Enumerated(EnumType.STRING)
    private AgencyType type;

    private String parent;
    private boolean reports;

    @Enumerated(EnumType.STRING)
    private AgencyStatus status;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Contact> contacts;

    @Version
    private long version;

    /** For Hibernate. */
    protected Agency() {}

    private Agency(RegisterAgency wanted, NameProvenance provenance) {
        code = wanted.code();
        officialCode = wanted.officialCode();
        officialCodeVerified = Boolean.TRUE.equals(wanted.officialCodeVerified());
        nameProvenance = provenance;
        take(Names.of(wanted.names()));
        type = wanted.type();
        parent = wanted.parent();
        reports = wanted.reports();
        status = AgencyStatus.ACTIVE;
        validFrom = wanted.validFrom();
        contacts = wanted.contacts() == null ? List.of() : List.copyOf(wanted.contacts());
    }

    /**
     * A new agency.
     *
     * @throws ProblemException 422 when what is said of it does not go together
     */
    static Agency register(RegisterAgency wanted, NameProvenance provenance) {
        Agency agency = new Agency(wanted, provenance);
        requireNothing(agency.contradictions());
        return agency;
    }

    /** What a merge patch is applied to. */
    EditAgency editable() {
        return new EditAgency(
                officialCode,
                officialCodeVerified,
                names,
                type,
                parent,
                reports,
                validFrom,
                validTo,
                status,
                contacts,
                null);
    }

    /**
     * Takes over what is wanted, or nothing of it.
     *
     * @return what is different now; empty when nothing is
     * @throws ProblemException 409 when an abolished agency is to come back, 422 when what is wanted does not go together
     */
    List<FieldChange> edit(EditAgency wanted, LocalDate today) {
        Names next = Names.kept(names).replacedBy(wanted.names(), today);
        requireLawfulEnd(wanted, today);
        Agency before = copy();
        if (next.all().size() > names.size()) {
            nameProvenance = NameProvenance.RECORDED;
        }
        take(next);
        officialCode = wanted.officialCode();
        officialCodeVerified = wanted.officialCodeVerified();
        type = wanted.type();
        parent = wanted.parent();
        reports = wanted.reports();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        status = wanted.status();
        contacts = List.copyOf(wanted.contacts());
        requireNothing(contradictions());
        return differences(before);
    }

    private void requireLawfulEnd(EditAgency wanted, LocalDate today) {
        if (status == AgencyStatus.ABOLISHED && wanted.status() == AgencyStatus.ACTIVE) {
            throw new ProblemException(409, "agency-abolished", code).with("allowed", List.of());
        }
        List<FieldError> errors = new ArrayList<>();
        if (wanted.status() == AgencyStatus.ACTIVE) {
            if (wanted.validTo() != null) {
                errors.add(FieldError.of("/validTo", "only-when-abolished"));
            }
        } else if (status == AgencyStatus.ACTIVE || !Objects.equals(validTo, wanted.validTo())) {
            if (wanted.validTo() == null) {
                errors.add(FieldError.of("/validTo", "required"));
            } else if (wanted.validTo().isAfter(today)) {
                errors.add(FieldError.of("/validTo", "not-yet", today.toString()));
            }
            if (wanted.reason() == null || wanted.reason().isBlank()) {
                errors.add(FieldError.of("/reason", "required"));
            }
        }
        requireNothing(errors);
    }

    private List<FieldError> contradictions() {
        List<FieldError> errors = new ArrayList<>();
        if (officialCodeVerified && officialCode == null) {
            errors.add(FieldError.of("/officialCode", "needed-when-verified"));
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            errors.add(FieldError.of("/validTo", "before-start", validFrom.toString()));
        }
        if (code.equals(parent)) {
            errors.add(FieldError.of("/parent", "cycle"));
        }
        return errors;
    }

    private static void requireNothing(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
    }

    private void take(Names next) {
        names = next.all();
        searchText = next.asText();
    }

    private Agency copy() {
        Agency copy = new Agency();
        copy.officialCode = officialCode;
        copy.officialCodeVerified = officialCodeVerified;
        copy.names = names;
        copy.type = type;
        copy.parent = parent;
        copy.reports = reports;
        copy.validFrom = validFrom;
        copy.validTo = validTo;
        copy.status = status;
        copy.contacts = contacts;
        return copy;
    }

    private List<FieldChange> differences(Agency before) {
        List<FieldChange> changes = new ArrayList<>();
        compare("officialCode", before.officialCode, officialCode, changes);
        compare("officialCodeVerified", before.officialCodeVerified, officialCodeVerified, changes);
        compare("names", before.names, names, changes);
        compare("type", before.type, type, changes);
        compare("parent", before.parent, parent, changes);
        compare("reports", before.reports, reports, changes);
        compare("validFrom", before.validFrom, validFrom, changes);
        compare("validTo", before.validTo, validTo, changes);
        compare("status", before.status, status, changes);
        if (!before.contacts.equals(contacts)) {
            changes.add(new FieldChange("contacts", null, null));
        }
        return changes;
    }

    private static void compare(String field, Object before, Object now, List<FieldChange> changes) {
        if (!Objects.equals(before, now)) {
            changes.add(new FieldChange(field, before, now));
        }
    }

    String code() {
        return code;
    }

    String officialCode() {
        return officialCode;
    }

    boolean officialCodeVerified() {
        return officialCodeVerified;
    }

    Names names() {
        return Names.kept(names);
    }

    NameProvenance nameProvenance() {
        return nameProvenance;
    }

    AgencyType type() {
        return type;
    }

    String parent() {
        return parent;
    }

    boolean reports() {
        return reports;
    }

    AgencyStatus status() {
        return status;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    List<Contact> contacts() {
        return contacts;
    }

    long version() {
        return version;
    }
}
