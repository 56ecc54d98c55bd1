package kcs.progress.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who asks.
 *
 * @param signedIn whether anybody signed in; if not, nothing else is said
 * @param name what the sign-in server calls the person
 * @param roles by which rights are given
 * @param agency for which a reporter speaks
 * @param agencyName its name of the day in Seoul
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Session")
record SessionView(
        @Schema(required = true) boolean signedIn,

        @Schema(maxLength = 1000, examples = "MOTIE reporter")
        String name,

        @Schema(maxItems = 10) List<String> roles,

        @Schema(maxLength = 10, examples = "MOTIE") String agency,

        Label agencyName) {

    static final SessionView NOBODY = new SessionView(false, null, null, null, null);
}
