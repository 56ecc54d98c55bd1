package kcs.progress;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mail server, and what it was handed. */
public final class MailServer {
    private static MailServer instance;

    private final GreenMail server = new GreenMail(new ServerSetup(
            ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class),
            "127.0.0.1",
            ServerSetup.PROTOCOL_SMTP));

    private MailServer() {
        server.start();
    }

    /** One for all tests of a run. */
    public static synchronized MailServer get() {
        if (instance == null) {
            instance = new MailServer();
        }
        return instance;
    }

    public void stop() {
        server.stop();
    }

    public void start() {
        server.start();
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
