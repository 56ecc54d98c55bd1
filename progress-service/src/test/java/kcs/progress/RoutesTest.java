package kcs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Default deny below JAX-RS: a new route is here with its rule, or the build fails. */
@QuarkusTest
class RoutesTest extends ProgressTest {
    private static final Set<String> OURS = Set.of(
            "/",
            "/assets/",
            "/tasks/",
            "/reports",
            "/reports/",
            "/desk",
            "/desk/",
            "/help",
            "/console",
            "/console/",
            "/api/v1/dashboard",
            "/api/v1/dashboard/stream",
            "/signin",
            "/signin/callback",
            "/signout");

    @Inject
    Router router;

    @Test
    void everyRouteIsKnownAndOursHaveARule() {
        Set<String> routes = router.getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .filter(path -> !path.startsWith("/q/") && !path.equals("/q"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes).isEqualTo(new TreeSet<>(OURS));
        assertThat(rules())
                .isEqualTo(OURS.stream()
                        .map(path -> path.length() > 1 && path.endsWith("/") ? path + "*" : path)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> rules() {
        Config config = ConfigProvider.getConfig();
        Set<String> paths = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("quarkus.http.auth.permission.") && name.endsWith(".paths")) {
                paths.addAll(Arrays.asList(config.getValue(name, String.class).split(",")));
            }
        }
        return paths;
    }
}
