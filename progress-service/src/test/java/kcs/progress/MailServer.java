package kcs.progress;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mail server, and what it was handed. */
public final class MailServer {
    private static MailServer instance;

    private final int port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private MailServer() {
        start();
    }

    /** One for all tests of a run. */
    public static synchronized MailServer get() {
        if (instance == null) {
            instance = new MailServer();
        }
        return instance;
    }

    public int port() {
        return port;
    }

    public void stop() {
        server.stop();
    }

    /** Starts, and waits until it greets: while it comes up it takes connections that it never answers. */
    public void start() {
        server.start();
        await("the mail server").atMost(Duration.ofSeconds(20)).until(this::greets);
    }

    private boolean greets() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(500);
            return socket.getInputStream().read() == '2';
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What is in the box of an address. */
    public List<MimeMessage> to(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
