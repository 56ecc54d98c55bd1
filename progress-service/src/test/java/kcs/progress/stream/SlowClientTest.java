package kcs.progress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kcs.progress.ProgressTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A client that does not read for a while: it holds nobody up, and afterwards it has missed nothing. */
@QuarkusTest
class SlowClientTest extends ProgressTest {
    private static final int MOVES = 400;
    private static final String LONG_REASON = "가".repeat(4_000);

    @Test
    void getsAllInOrderOnceItReadsAndHoldsNobodyUp() throws IOException {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");
        try (Socket slow = connect();
                EventReader quick = EventReader.open(null, null)) {
            quick.next();
            for (int i = 0; i < MOVES; i++) {
                ObjectNode data = stories.moved(task, i % 2 == 0 ? "IN_PROGRESS" : "ON_HOLD");
                data.withObject("/transition").put("reason", LONG_REASON);
                owners.tell("task.status-changed", data);
            }

            List<String> inTime = new ArrayList<>();
            while (inTime.size() < MOVES) {
                inTime.add(quick.next(message -> message.isChangeOf(task)).id());
            }
            List<String> late = readIds(slow, task);

            assertThat(inTime).doesNotHaveDuplicates();
            assertThat(late).isEqualTo(inTime);
        }
    }

    private static Socket connect() throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        String request = "GET /api/v1/dashboard/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The ids of a task's changes; chunk sizes between the lines are not looked at. */
    private static List<String> readIds(Socket socket, String task) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        List<String> ids = new ArrayList<>();
        String id = null;
        String wanted = String.format(Locale.ROOT, "data: {\"subject\":\"%s\"", task);
        while (ids.size() < MOVES) {
            String line = lines.readLine();
            assertThat(line).as("the stream goes on").isNotNull();
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith(wanted)) {
                ids.add(id);
            }
        }
        return ids;
    }
}
