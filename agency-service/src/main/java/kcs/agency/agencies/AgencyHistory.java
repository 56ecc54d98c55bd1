package kcs.agency.agencies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;

/** What was ever changed about an agency: only ever added to. */
@Singleton
class AgencyHistory {
    static final ListSpec ASKED =
            ListSpec.of("agency_revision", "version", "version").build();
    private static final ListSpec READ = ListSpec.of("agency_revision", "version", "version")
            .filter("code", "code = ANY (?)")
            .build();
    private static final String ADD = """
            INSERT INTO agency_revision (code, version, at, subject, roles, agency, changes, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    private final DataSource database;
    private final Lists lists;
    private final ObjectMapper json;
    private final Clock clock;

    AgencyHistory(DataSource database, Lists lists, ObjectMapper json, Clock clock) {
        this.database = database;
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    void add(Agency agency, Caller caller, List<FieldChange> changes, String reason) {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setString(1, agency.code());
            add.setLong(2, agency.version());
            add.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            add.setString(4, caller.subject());
            add.setString(5, caller.rolesForRowSecurity());
            add.setString(6, caller.agency());
            add.setString(7, json.writeValueAsString(changes));
            add.setString(8, reason);
            add.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the history could not be kept", e);
        }
    }

    /** A page of it, the first revision first unless asked otherwise. Only an auditor is told who it was by name. */
    Page<AgencyRevision> of(String code, ListRequest asked, Caller caller) {
        Map<String, List<String>> filters = new LinkedHashMap<>(asked.filters());
        filters.put("code", List.of(code));
        ListRequest request = new ListRequest(asked.limit(), asked.sort(), asked.cursor(), asked.count(), filters);
        boolean named = caller.is(Role.AUDITOR);
        return lists.page(
                "version, at, subject, roles, agency, changes, reason", READ, request, row -> revision(row, named));
    }

    private AgencyRevision revision(ResultSet row, boolean named) throws SQLException {
        AgencyRevision.Actor actor = new AgencyRevision.Actor(
                named ? row.getString("subject") : null, roles(row.getString("roles")), row.getString("agency"));
        try {
            return new AgencyRevision(
                    row.getLong("version"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    actor,
                    json.readValue(row.getString("changes"), CHANGES),
                    row.getString("reason"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a revision could not be read", e);
        }
    }

    private static List<Role> roles(String kept) {
        return Arrays.stream(kept.split(","))
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
