package kcs.chassis.identity;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.quarkus.oidc.runtime.OidcUtils;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who comes with a session of the browser. All services know the same client and the same key, so that a session that one
 * of them began is good for all, and each renews it where its token has run out. Tokens of the caller's own are handled as
 * if this were not there.
 */
@Singleton
public class Console implements TenantResolver, JavaScriptRequestChecker {
    /** A stream that opens now lasts as long at least: it ends with the token. */
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(60);

    /** What is set of it; without a secret nobody signs in with the browser. */
    @ConfigMapping(prefix = "kcs.console")
    public interface Settings {
        /** Where the sign-in server is reached from here. */
        Optional<String> authServerUrl();

        /** What it calls itself in its tokens; without it, what it says where it is asked. */
        Optional<String> issuer();

        /** The secret of the client, the same in all services. */
        Optional<String> clientSecret();

        /** The key of the cookies, 32 characters or more, the same in all services. */
        Optional<String> cookieKey();

        /** How long a session lasts that nobody uses; the sign-in server may end it earlier. */
        @WithDefault("4H")
        Duration idle();
    }

    private final Settings settings;
    private final boolean secure;

    Console(
            Settings settings,
            @ConfigProperty(name = "kcs.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.settings = settings;
        this.secure = publicUrl.startsWith("https:");
    }

    /** Whether people can sign in with the browser here. */
    public boolean isOpen() {
        return settings.clientSecret().isPresent();
    }

    void create(@Observes Oidc oidc) {
        if (isOpen()) {
            oidc.create(configuration());
        }
    }

    private OidcTenantConfig configuration() {
        var tenant = OidcTenantConfig.authServerUrl(settings.authServerUrl().orElseThrow())
                .tenantId(Session.CONSOLE)
                .applicationType(ApplicationType.WEB_APP)
                .clientId(Session.CONSOLE)
                .credentials(settings.clientSecret().orElseThrow())
                // The token that says who signed in says it to this client alone; no other need be kept.
                .roles(Source.idtoken, "realm_access/roles")
                .tokenStateManager()
                .strategy(Strategy.ID_REFRESH_TOKENS)
                .encryptionSecret(settings.cookieKey().orElseThrow())
                .end()
                .authentication()
                .pkceRequired()
                .nonceRequired()
                .redirectPath(Session.CALLBACK)
                .restorePathAfterRedirect()
                .errorPath("/")
                .cookiePath("/")
                .cookieForceSecure(secure)
                .javaScriptAutoRedirect(false)
                .sessionAgeExtension(settings.idle())
                .end()
                .token()
                .refreshExpired()
                .refreshTokenTimeSkew(RENEWED_BEFORE);
        settings.issuer().ifPresent(tenant::issuer);
        return tenant.end().build();
    }

    /** Pages and open data are everybody's: a session that is over does not keep anybody from them. */
    @Override
    public String resolve(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        boolean signsIn = path.equals(Session.SIGN_IN) || path.equals(Session.CALLBACK);
        boolean asksWho = path.startsWith("/api/") || path.equals(Session.SIGN_OUT);
        return isOpen() && (signsIn || asksWho && Session.carries(request))
                ? Session.CONSOLE
                : OidcUtils.DEFAULT_TENANT_ID;
    }

    /** Who wants to sign in is sent to the sign-in server, and nobody else: a call without credentials is told so. */
    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return !context.request().path().equals(Session.SIGN_IN);
    }
}
