package kcs.chassis.json;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import kcs.chassis.problem.BodyLimits;

/** Takes any body as it is, up to the most that is allowed. */
@Provider
@Consumes("*/*")
public class IncomingReader implements MessageBodyReader<Incoming> {
    private final BodyLimits limits;
    private final RoutingContext request;

    IncomingReader(BodyLimits limits, RoutingContext request) {
        this.limits = limits;
        this.request = request;
    }

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
        int most = Math.toIntExact(limits.most(request));
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw limits.tooLarge(request);
        }
        return new Incoming(bytes, headers.getFirst("Content-Type"));
    }
}
