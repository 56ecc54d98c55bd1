package kcs.progress.mail;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kcs.chassis.inbox.PeerClient;
import kcs.progress.directory.Label;

/** Asks agency-service whom to write to: contacts never travel by events, and nothing of them is kept here. */
@Singleton
class Recipients {
    /** What a mail server can be handed; stricter than what a contact may hold. */
    private static final Pattern USABLE =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private final PeerClient peers;

    Recipients(PeerClient peers) {
        this.peers = peers;
    }

    /** @throws IOException when agency-service cannot be asked now */
    Recipient of(String agency) throws IOException, InterruptedException {
        JsonNode answer = peers.get("agency", "/api/v1/agencies/" + PeerClient.encode(agency));
        JsonNode name = answer.path("name");
        List<String> addresses = new ArrayList<>();
        for (JsonNode contact : answer.path("contacts")) {
            String address = contact.path("email").asText("");
            if (USABLE.matcher(address).matches() && !addresses.contains(address)) {
                addresses.add(address);
            }
        }
        return new Recipient(
                new Label(name.path("ko").asText(agency), name.path("en").textValue()), addresses);
    }
}
