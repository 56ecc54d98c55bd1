package kcs.agency.agencies;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kcs.chassis.concurrency.Change;

/** Registers agencies under the names that the announcement gives them, through the use case of the API. */
@ApplicationScoped
public class Announced {
    private static final String JOB = "catalogue";

    private final AgencyService agencies;

    Announced(AgencyService agencies) {
        this.agencies = agencies;
    }

    /**
     * An agency as a document names it.
     *
     * @param ko its name
     * @param shortKo its short name
     * @param en our translation
     * @param type one of the words of {@code AgencyType}
     * @param parent code of the agency it belongs to; null when no document says so
     * @param reports whether it will report for itself
     */
    public record Entry(
            String code,
            String ko,
            @JsonProperty("short") String shortKo,
            String en,
            String type,
            String parent,
            boolean reports) {}

    /**
     * Registers an agency unless there is one of its code, whatever became of that since.
     *
     * @return whether it was registered
     */
    public boolean register(Entry entry) {
        if (agencies.knows(entry.code())) {
            return false;
        }
        agencies.register(Change.byJob(JOB, command(entry)), NameProvenance.ANNOUNCED);
        return true;
    }

    /** Since when the name holds, when the agency began and whom to ask is not stated. */
    static RegisterAgency command(Entry entry) {
        DatedName name =
                new DatedName(new Bilingual(entry.ko(), entry.en()), new Bilingual(entry.shortKo(), null), null);
        return new RegisterAgency(
                entry.code(),
                null,
                false,
                List.of(name),
                AgencyType.valueOf(entry.type()),
                entry.parent(),
                entry.reports(),
                null,
                List.of());
    }
}
