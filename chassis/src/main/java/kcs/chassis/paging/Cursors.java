package kcs.chassis.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opaque cursors, signed: nobody but the service makes one, and one is good only for the list it came from. */
@Singleton
class Cursors {
    private static final int SIGNATURE_BYTES = 16;

    private final ObjectMapper json;
    private final SecretKeySpec key;

    Cursors(ObjectMapper json, @ConfigProperty(name = "kcs.cursor-key") String key) {
        this.json = json;
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The cursor behind the item with these sort values. */
    String after(List<String> values, ListSpec spec, ListRequest request) {
        ArrayNode content = json.createArrayNode();
        values.forEach(content::add);
        try {
            byte[] bytes = json.writeValueAsBytes(content);
            byte[] signature = sign(bytes, spec, request);
            byte[] whole = Arrays.copyOf(signature, signature.length + bytes.length);
            System.arraycopy(bytes, 0, whole, signature.length, bytes.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The sort values that a cursor stands for.
     *
     * @throws ProblemException 400 when it is not ours or is of another list, order or filter
     */
    List<String> read(ListSpec spec, ListRequest request) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(request.cursor());
            if (whole.length > SIGNATURE_BYTES) {
                byte[] signature = Arrays.copyOf(whole, SIGNATURE_BYTES);
                byte[] bytes = Arrays.copyOfRange(whole, SIGNATURE_BYTES, whole.length);
                if (MessageDigest.isEqual(signature, sign(bytes, spec, request))) {
                    List<String> values = new ArrayList<>();
                    for (JsonNode value : json.readTree(bytes)) {
                        values.add(value.textValue());
                    }
                    return values;
                }
            }
        } catch (IllegalArgumentException | IOException notOurs) {
            throw ProblemException.unreadable(FieldError.of("cursor", "cursor"));
        }
        throw ProblemException.unreadable(FieldError.of("cursor", "cursor"));
    }

    private byte[] sign(byte[] content, ListSpec spec, ListRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String list = spec.table() + '\n' + request.sort() + '\n' + request.filters() + '\n';
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
