package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The realm {@code kcs}: what is the same everywhere is kept in {@code realm.json}; the demo people, the machine
 * clients of the reporting agencies and all secrets are added here.
 */
final class Realm {
    static final String COMMAND_LINE_CLIENT = "kcs-cli";
    static final String CONSOLE = "console";
    static final String OPERATOR = "operator";
    /** Who belongs to no agency. Two planners: nobody reviews what they have filed themselves. */
    private static final List<String> PEOPLE = List.of("planner", "planner-2", "committee", "auditor", "admin");

    private static final int HOUR = 3600;

    private final Settings settings;
    private final Secrets secrets;

    Realm(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Returns for whom a token can be asked; a reporter's agency is named beside. */
    static List<String> people() {
        return Stream.concat(PEOPLE.stream(), Stream.of("reporter")).toList();
    }

    static String userOf(String role, String agency) {
        return agency == null ? role : role + "-" + agency.toLowerCase(Locale.ROOT);
    }

    static String machineClientOf(String agency) {
        return "agency-" + agency.toLowerCase(Locale.ROOT);
    }

    /** Returns the codes of the agencies that report, as the shipped catalogue has them. */
    static List<String> reportingAgencies(Path root) {
        Path catalogue = root.resolve("agency-service/src/main/resources/catalogue/agencies.yaml");
        try (InputStream in = Files.newInputStream(catalogue)) {
            Map<String, List<Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return document.get("agencies").stream()
                    .filter(agency -> Boolean.TRUE.equals(agency.get("reports")))
                    .map(agency -> agency.get("code").toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the agencies of " + catalogue, e);
        }
    }

    JsonObject representation() {
        JsonObject realm = new JsonObject(template());
        JsonArray clients = realm.getJsonArray("clients");
        JsonArray users = realm.getJsonArray("users");
        clients.add(commandLineClient());
        clients.add(console());
        for (Part service : Part.SERVICES) {
            addServiceClient(clients, users, service.id(), "service", null);
        }
        addServiceClient(clients, users, OPERATOR, "service", null);
        PEOPLE.forEach(name -> users.add(person(name, name.replace("-2", ""), null)));
        for (String agency : reportingAgencies(settings.root())) {
            users.add(person(userOf("reporter", agency), "reporter", agency));
            addServiceClient(clients, users, machineClientOf(agency), "reporter", agency);
        }
        return realm;
    }

    private static String template() {
        try (InputStream in = Realm.class.getResourceAsStream("realm.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("realm.json is not on the class path", e);
        }
    }

    private JsonObject commandLineClient() {
        return client(COMMAND_LINE_CLIENT)
                .put("secret", secrets.clientSecret(COMMAND_LINE_CLIENT))
                .put("directAccessGrantsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("protocolMappers", new JsonArray().add(agencyOfUser()));
    }

    /**
     * The client of all three services for people with a browser. Its tokens live as long as the realm says, which is
     * short, and are renewed; the one that tells who signed in tells the roles too.
     */
    private JsonObject console() {
        return client(CONSOLE)
                .put("secret", secrets.clientSecret(CONSOLE))
                .put("standardFlowEnabled", true)
                .put("redirectUris", new JsonArray().add(settings.frontDoor() + "/signin/callback"))
                .put("attributes", new JsonObject().put("pkce.code.challenge.method", "S256"))
                .put("protocolMappers", new JsonArray().add(agencyOfUser()).add(rolesOfUser()));
    }

    private void addServiceClient(JsonArray clients, JsonArray users, String id, String role, String agency) {
        JsonArray mappers = new JsonArray();
        if (agency != null) {
            mappers.add(agencyOfClient(agency));
        }
        clients.add(client(id)
                .put("secret", secrets.clientSecret(id))
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("protocolMappers", mappers));
        users.add(new JsonObject()
                .put("username", "service-account-" + id)
                .put("enabled", true)
                .put("serviceAccountClientId", id)
                .put("realmRoles", new JsonArray().add(role)));
    }

    private static JsonObject client(String id) {
        return new JsonObject()
                .put("clientId", id)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("directAccessGrantsEnabled", false)
                .put("attributes", new JsonObject().put("access.token.lifespan", Integer.toString(2 * HOUR)));
    }

    private JsonObject person(String name, String role, String agency) {
        JsonObject user = new JsonObject()
                .put("username", name)
                .put("enabled", true)
                .put("email", name + "@kcs.invalid")
                .put("emailVerified", true)
                .put("firstName", agency == null ? "KCS" : agency)
                .put("lastName", role)
                .put("realmRoles", new JsonArray().add(role))
                .put(
                        "credentials",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "password")
                                        .put("value", secrets.userPassword(name))
                                        .put("temporary", false)));
        if (agency != null) {
            user.put("attributes", new JsonObject().put("agency", new JsonArray().add(agency)));
        }
        return user;
    }

    private static JsonObject agencyOfUser() {
        return mapper("oidc-usermodel-attribute-mapper", new JsonObject().put("user.attribute", "agency"));
    }

    private static JsonObject rolesOfUser() {
        return new JsonObject()
                .put("name", "roles")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-usermodel-realm-role-mapper")
                .put(
                        "config",
                        new JsonObject()
                                .put("claim.name", "realm_access.roles")
                                .put("jsonType.label", "String")
                                .put("multivalued", "true")
                                .put("id.token.claim", "true"));
    }

    private static JsonObject agencyOfClient(String agency) {
        return mapper("oidc-hardcoded-claim-mapper", new JsonObject().put("claim.value", agency));
    }

    private static JsonObject mapper(String kind, JsonObject config) {
        return new JsonObject()
                .put("name", "agency")
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind)
                .put(
                        "config",
                        config.put("claim.name", "agency")
                                .put("jsonType.label", "String")
                                .put("access.token.claim", "true")
                                .put("id.token.claim", "true")
                                .put("userinfo.token.claim", "true"));
    }
}
