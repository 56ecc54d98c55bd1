package kcs.agency.agencies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;

/** Reads the list of agencies, a page a query. */
@Singleton
class AgencyList {
    /** A search finds part of any name an agency has had, in either language. */
    private static final String NAMED = "EXISTS (SELECT 1 FROM unnest(?) AS wanted (part)"
            + " WHERE position(lower(normalize(part, NFC)) IN lower(search_text)) > 0)";

    static final ListSpec SPEC = ListSpec.of("agency", "code", "code")
            .sort("type", "type")
            .sort("status", "status")
            .filter("type", "type = ANY (?)", AgencyType.class)
            .filter("status", "status = ANY (?)", AgencyStatus.class)
            .filter("parent", "parent = ANY (?)")
            .filter("q", NAMED)
            .others("asOf")
            .build();

    private static final String COLUMNS = """
            code, official_code, official_code_verified, names, name_provenance, type, parent, reports, status,
            valid_from, valid_to, contacts, version""";
    private static final TypeReference<List<DatedName>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<Contact>> CONTACTS = new TypeReference<>() {};

    private final Lists lists;
    private final ObjectMapper json;

    AgencyList(Lists lists, ObjectMapper json) {
        this.lists = lists;
        this.json = json;
    }

    Page<AgencyView> page(ListRequest request, LocalDate day, boolean withContacts) {
        return lists.page(COLUMNS, SPEC, request, row -> view(row, day, withContacts));
    }

    private AgencyView view(ResultSet row, LocalDate day, boolean withContacts) throws SQLException {
        Names names = Names.kept(read(row.getString("names"), NAMES));
        DatedName current = names.on(day);
        return new AgencyView(
                row.getString("code"),
                row.getString("official_code"),
                row.getBoolean("official_code_verified"),
                current.name(),
                current.shortName(),
                NameProvenance.valueOf(row.getString("name_provenance")),
                names.all(),
                AgencyType.valueOf(row.getString("type")),
                row.getString("parent"),
                row.getBoolean("reports"),
                AgencyStatus.valueOf(row.getString("status")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                withContacts ? read(row.getString("contacts"), CONTACTS) : null,
                row.getLong("version"));
    }

    private <T> List<T> read(String text, TypeReference<List<T>> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of agency could not be read", e);
        }
    }
}
