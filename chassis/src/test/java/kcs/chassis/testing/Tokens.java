package kcs.chassis.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Access tokens as the sign-in server makes them, signed with a key that lives as long as the test run. Use them as
 * {@code given().auth().oauth2(Tokens.planner())}; {@link SignInServer} shows the key to verify them by.
 */
public final class Tokens {
    /** Test classes live in several class loaders; system properties are what they share. */
    private static final String PRIVATE_KEY = "kcs.testing.private-key";

    private static final String PUBLIC_KEY = "kcs.testing.public-key";
    private static final String KEY_ID = "tests";
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFE = Duration.ofHours(1);

    private Tokens() {}

    public static String planner() {
        return planner("planner-1");
    }

    /** A planner among several, for rules that need two people. */
    public static String planner(String subject) {
        return person(subject, "planner");
    }

    /** A reporter who speaks for an agency. */
    public static String reporter(String agency) {
        String subject = "reporter-" + agency.toLowerCase(Locale.ROOT);
        return sign(claims(subject, "reporter").claim("agency", agency));
    }

    public static String committee() {
        return person("committee-1", "committee");
    }

    public static String auditor() {
        return person("auditor-1", "auditor");
    }

    public static String admin() {
        return person("admin-1", "admin");
    }

    /** Somebody who signed in and has no role at all. */
    public static String nobody() {
        return sign(claims("nobody-1"));
    }

    /** One of the suite's own services. */
    public static String service() {
        return sign(claims("service-account-progress-service", "service").claim("client_id", "progress-service"));
    }

    /** The program by which an agency reports. */
    public static String machine(String agency) {
        String client = "agency-" + agency.toLowerCase(Locale.ROOT);
        return sign(claims("service-account-" + client, "reporter")
                .claim("agency", agency)
                .claim("client_id", client));
    }

    /** A machine client with a planner's role: machines must send an Idempotency-Key wherever they may POST. */
    public static String planningMachine() {
        return sign(claims("service-account-planning", "planner").claim("client_id", "planning"));
    }

    /** A planner's token that ends soon. */
    public static String endingIn(int seconds) {
        return sign(
                claims("planner-in-a-hurry", "planner").expiresAt(Instant.now().plusSeconds(seconds)));
    }

    /** A planner's token that ended an hour ago. */
    public static String expired() {
        Instant then = Instant.now().minus(LIFE.multipliedBy(2));
        return sign(claims("planner-1", "planner").issuedAt(then).expiresAt(then.plus(LIFE)));
    }

    /**
     * A token that tells a client who signed in, as it is kept in a session: {@code planner}, or {@code reporter-MOTIE} for
     * who speaks for an agency.
     */
    static String identity(String issuer, String client, String login, String nonce, int life) {
        String[] roleAndAgency = login.split("-", 2);
        JwtClaimsBuilder claims = claims(login.toLowerCase(Locale.ROOT), roleAndAgency[0])
                .issuer(issuer)
                .audience(client)
                .claim("typ", "ID")
                .claim("name", "The " + roleAndAgency[0])
                .expiresAt(Instant.now().plusSeconds(life));
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        return sign(roleAndAgency.length == 1 ? claims : claims.claim("agency", roleAndAgency[1]));
    }

    /** The same as somebody would send it who got hold of it: as if it were an access token. */
    public static String identityOfAPlanner() {
        return sign(claims("planner-1", "planner").claim("typ", "ID"));
    }

    /** The key to verify all of them by, as a sign-in server shows it. */
    static Map<String, Object> keys() {
        createKey();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PUBLIC_KEY));
            RSAPublicKey key =
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            return Map.of(
                    "keys",
                    List.of(Map.of(
                            "kty",
                            "RSA",
                            "kid",
                            KEY_ID,
                            "use",
                            "sig",
                            "alg",
                            "RS256",
                            "n",
                            URL_SAFE.encodeToString(key.getModulus().toByteArray()),
                            "e",
                            URL_SAFE.encodeToString(key.getPublicExponent().toByteArray()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A person's token. */
    public static String person(String subject, String... roles) {
        return sign(claims(subject, roles));
    }

    private static JwtClaimsBuilder claims(String subject, String... roles) {
        return Jwt.claims()
                .issuer("http://localhost:8080/auth/realms/kcs")
                .subject(subject)
                .claim("preferred_username", subject)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(LIFE));
    }

    private static String sign(JwtClaimsBuilder claims) {
        createKey();
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
            return claims.jws().keyId(KEY_ID).sign(privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void createKey() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PRIVATE_KEY) != null) {
                return;
            }
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Base64.Encoder base64 = Base64.getEncoder();
                System.setProperty(
                        PUBLIC_KEY, base64.encodeToString(pair.getPublic().getEncoded()));
                System.setProperty(
                        PRIVATE_KEY, base64.encodeToString(pair.getPrivate().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
