package kcs.progress;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Tells the service where the others answer: on a port that {@link Owners} listens at. */
public class PeersResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String url = "http://127.0.0.1:" + freePort();
        return Map.of(
                "kcs.peer.agency.url", url + "/agency",
                "kcs.peer.collaboration.url", url + "/collaboration",
                "kcs.service.token-url", url + "/token",
                "kcs.service.client-id", "progress-service",
                "kcs.service.client-secret", "secret",
                "kcs.inbox.gap-retry", "500ms",
                "kcs.inbox.check", "200ms",
                "kcs.rate-limit.per-second", "100000",
                "kcs.rate-limit.burst", "100000",
                "quarkus.http.test-port", "0");
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
