package kcs.progress.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who asks.
 *
 * @param signedIn whether anybody signed in; if not, nothing else is said of them
 * @param demonstration whether what is to be seen here is made up
 * @param name what the sign-in server calls the person
 * @param roles by which rights are given
 * @param agency for which a reporter speaks
 * @param agencyName its name of the day in Seoul
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Session")
record SessionView(
        @Schema(required = true) boolean signedIn,

        @Schema(required = true, description = "Whether what is to be seen here is made up")
        boolean demonstration,

        @Schema(maxLength = 1000, examples = "MOTIE reporter")
        String name,

        @Schema(maxItems = 10) List<String> roles,

        @Schema(maxLength = 10, examples = "MOTIE") String agency,

        Label agencyName) {

    static SessionView ofNobody(boolean demonstration) {
        return new SessionView(false, demonstration, null, null, null, null);
    }
}
