package kcs.chassis.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import kcs.chassis.problem.ProblemMappers;
import kcs.chassis.problem.RequestGuard;

/** Takes any body as it is, up to the most that is allowed. */
@Provider
@Consumes("*/*")
public class IncomingReader implements MessageBodyReader<Incoming> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Incoming.class;
    }

    @Override
    public Incoming readFrom(
            Class<Incoming> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes((int) RequestGuard.MAX_BODY_BYTES + 1);
        if (bytes.length > RequestGuard.MAX_BODY_BYTES) {
            throw ProblemMappers.ofStatus(413, "");
        }
        return new Incoming(bytes, headers.getFirst("Content-Type"));
    }
}
