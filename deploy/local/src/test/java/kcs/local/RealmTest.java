package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {
    @TempDir
    Path root;

    private JsonObject realm;

    @BeforeEach
    void shipACatalogue() throws Exception {
        Path folder = Files.createDirectories(root.resolve("agency-service/src/main/resources/catalogue"));
        Files.writeString(folder.resolve("agencies.yaml"), """
                agencies:
                  - {code: MOTIE, ko: "산업통상자원부", reports: true}
                  - {code: THCD, ko: "태국 세관 당국", reports: false}
                """);
        Settings settings = Settings.from(Map.of("KCS_ROOT", root.toString()));
        realm = new Realm(settings, Secrets.in(settings.data())).representation();
    }

    @Test
    void givesReportersAndMachinesToAgenciesThatReportAndToNoOther() {
        assertThat(names("users", "username"))
                .contains("planner", "planner-2", "reporter-motie", "service-account-agency-motie");
        assertThat(names("clients", "clientId")).contains("agency-motie", "kcs-cli", "progress-service", "operator");
        assertThat(realm.encode()).doesNotContain("thcd");
    }

    @Test
    void letsPeopleSignInThroughOneClientThatLeadsBackToTheFrontDoorAlone() {
        List<JsonObject> open = realm.getJsonArray("clients").stream()
                .map(JsonObject.class::cast)
                .filter(client -> client.getBoolean("standardFlowEnabled", true))
                .toList();

        assertThat(open).hasSize(1);
        JsonObject console = open.get(0);
        assertThat(console.getString("clientId")).isEqualTo("console");
        assertThat(console.getString("secret")).hasSizeGreaterThan(32);
        assertThat(console.getBoolean("publicClient", false)).isFalse();
        assertThat(console.getBoolean("directAccessGrantsEnabled")).isFalse();
        assertThat(console.getJsonArray("redirectUris")).containsExactly("http://localhost:8080/signin/callback");
        assertThat(console.getJsonObject("attributes").getString("pkce.code.challenge.method"))
                .isEqualTo("S256");
    }

    @Test
    void keepsItsSecretsInOneFileForTheirOwnerAlone() throws Exception {
        Path file = root.resolve(".data/secrets.properties");

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.readString(file)).contains("user.planner=", "client.agency-motie=", "client.operator=");
    }

    private List<String> names(String list, String field) {
        return realm.getJsonArray(list).stream()
                .map(JsonObject.class::cast)
                .map(entry -> entry.getString(field))
                .toList();
    }
}
