package kcs.progress;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Tells the service where the others answer: on a port that {@link Owners} listens at; and where mail goes. */
public class PeersResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String url = "http://127.0.0.1:" + freePort();
        Map<String, String> settings = new HashMap<>(mail());
        // What follows from the date is done when the day turns; in between the jobs would mix with what tests lay
        // down.
        settings.put("kcs.daily.again", "1h");
        settings.put("kcs.reports.long.longest", "8s");
        settings.putAll(Map.of(
                "kcs.peer.agency.url", url + "/agency",
                "kcs.peer.collaboration.url", url + "/collaboration",
                "kcs.service.token-url", url + "/token",
                "kcs.service.client-id", "progress-service",
                "kcs.service.client-secret", "secret",
                "kcs.inbox.gap-retry", "500ms",
                "kcs.inbox.check", "200ms",
                "kcs.rate-limit.per-second", "100000",
                "kcs.rate-limit.burst", "100000",
                "quarkus.http.test-port", "0"));
        return settings;
    }

    /** The server starts with the first test that asks for it; see {@link MailServer}. */
    private static Map<String, String> mail() {
        return Map.of(
                "kcs.mail.enabled", "true",
                "kcs.mail.not-before", "00:00",
                "kcs.mail.check", "200ms",
                "kcs.mail.first-retry", "200ms",
                "kcs.mail.longest-retry", "3s",
                "kcs.mail.timeout", "3s",
                "kcs.public-url", "https://kcs.example",
                "quarkus.mailer.from", "no-reply@kcs.example",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(freePort()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}
}
