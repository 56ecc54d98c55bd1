package kcs.chassis.concurrency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The answer to a change as final bytes, so that a repeated request is answered with the very same.
 *
 * @param status 200 or 201
 * @param location where the created thing is; null where nothing was created
 * @param etag the version after the change; null where the thing has none
 * @param body JSON
 */
public record Reply(int status, String location, String etag, byte[] body) {

    public RestResponse<byte[]> toResponse() {
        RestResponse.ResponseBuilder<byte[]> response =
                RestResponse.ResponseBuilder.<byte[]>create(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response.build();
    }
}
