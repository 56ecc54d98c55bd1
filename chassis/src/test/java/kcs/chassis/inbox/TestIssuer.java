package kcs.chassis.inbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import kcs.chassis.testing.Tokens;

/** Gives the inbox the token that the realm would give a service client. */
@Path("/test-issuer/token")
@PermitAll
public class TestIssuer {

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Map<String, Object> token() {
        return Map.of("access_token", Tokens.service(), "expires_in", 300);
    }
}
