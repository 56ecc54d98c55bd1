package kcs.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Talks to the identity provider: makes the realm at the first start, fetches tokens. */
final class Identity {
    private final Settings settings;
    private final Secrets secrets;

    Identity(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Makes the realm unless there is one; people who were added to it since are left alone. */
    void createRealm() throws IOException {
        if (Http.isOk(settings.realm())) {
            return;
        }
        String token = token(
                settings.url(Part.KEYCLOAK) + "/auth/realms/master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "bootstrap",
                        "password", secrets.get("keycloak.bootstrap")));
        HttpResponse<String> answer = Http.postJson(
                settings.url(Part.KEYCLOAK) + "/auth/admin/realms",
                token,
                new Realm(settings, secrets).representation().encode());
        if (answer.statusCode() != 201) {
            throw new IOException("Keycloak refused the realm: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Returns a demo person's access token, valid for two hours. */
    String personToken(String role, String agency) throws IOException {
        String user = checkedUser(role, agency);
        return token(
                settings.realm(),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        Realm.COMMAND_LINE_CLIENT,
                        "client_secret",
                        secrets.clientSecret(Realm.COMMAND_LINE_CLIENT),
                        "username",
                        user,
                        "password",
                        secrets.userPassword(user)));
    }

    /** Returns the access token of an agency's own system. */
    String machineToken(String agency) throws IOException {
        return clientToken(Realm.machineClientOf(knownAgency(agency)));
    }

    String clientToken(String client) throws IOException {
        return token(
                settings.realm(),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        secrets.clientSecret(client)));
    }

    private String checkedUser(String role, String agency) {
        if (!Realm.people().contains(role)) {
            throw new Refusal("no role \"" + role + "\"; there are " + String.join(", ", Realm.people()));
        }
        if (!role.equals("reporter")) {
            if (agency != null) {
                throw new Refusal("only a reporter belongs to an agency: deploy/token " + role);
            }
            return role;
        }
        if (agency == null) {
            throw new Refusal("a reporter reports for an agency: deploy/token reporter MOTIE");
        }
        return Realm.userOf(role, knownAgency(agency));
    }

    private String knownAgency(String agency) {
        String code = agency.toUpperCase(Locale.ROOT);
        List<String> known = Realm.reportingAgencies(settings.root());
        if (!known.contains(code)) {
            throw new Refusal("no agency \"" + agency + "\" reports; there are " + String.join(", ", known));
        }
        return code;
    }

    private static String token(String realm, Map<String, String> form) throws IOException {
        HttpResponse<String> answer = Http.postForm(realm + "/protocol/openid-connect/token", form);
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak gave no token to " + form.getOrDefault("username", form.get("client_id"))
                    + ": " + answer.statusCode() + " " + answer.body());
        }
        return new JsonObject(answer.body()).getString("access_token");
    }
}
