package kcs.agency.agencies;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** All agencies. */
@Singleton
class Agencies implements PanacheRepositoryBase<Agency, String> {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    /** @throws ProblemException 404 when there is none of this code */
    Agency get(String code) {
        return found(code, isCode(code) ? findById(code) : null);
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Agency locked(String code) {
        return found(code, isCode(code) ? findById(code, LockModeType.PESSIMISTIC_WRITE) : null);
    }

    boolean has(String code) {
        return isCode(code) && findById(code) != null;
    }

    /**
     * Checks where an agency is to belong. Until this transaction ends nobody else moves an agency, so that two moves
     * together cannot close a ring.
     *
     * @throws ProblemException 422 when the parent is unknown, abolished, or belongs to the agency itself
     */
    void requireParent(String code, String parent) {
        if (parent == null) {
            return;
        }
        getEntityManager()
                .createNativeQuery(
                        "SELECT true FROM pg_advisory_xact_lock(hashtextextended('agency.parent', 0))", Boolean.class)
                .getSingleResult();
        Optional<Agency> above = known(parent);
        if (above.isEmpty() || above.get().status() == AgencyStatus.ABOLISHED) {
            throw ProblemException.invalid(FieldError.of("/parent", "unknown-agency", parent));
        }
        Set<String> seen = new HashSet<>(Set.of(code));
        while (above.isPresent()) {
            if (!seen.add(above.get().code())) {
                throw ProblemException.invalid(FieldError.of("/parent", "cycle"));
            }
            above = known(above.get().parent());
        }
    }

    private Optional<Agency> known(String code) {
        return isCode(code) ? findByIdOptional(code) : Optional.empty();
    }

    private static boolean isCode(String code) {
        return code != null && CODE.matcher(code).matches();
    }

    private static Agency found(String code, Agency agency) {
        if (agency == null) {
            throw ProblemException.notFound(code);
        }
        return agency;
    }
}
