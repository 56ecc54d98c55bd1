package kcs.progress.calendar;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Set;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells when something would be due, before anything is. */
@Path("/api/v1/business-days")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Business days")
public class BusinessDayResource {
    private static final String NOMINAL = "nominalDueOn";

    private final BusinessDays businessDays;
    private final RoutingContext request;

    BusinessDayResource(BusinessDays businessDays, RoutingContext request) {
        this.businessDays = businessDays;
        this.request = request;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "deriveDueDate",
            summary = "Try a due date",
            description = "기한 미리보기. The day itself, or the next business day when it is a Saturday, a Sunday or a"
                    + " public holiday, with every reason; as a cycle with this nominalDueOn would be given now.")
    @Parameter(
            name = NOMINAL,
            in = QUERY,
            required = true,
            description = "A day in Seoul",
            schema = @Schema(type = STRING, format = "date", examples = "2024-09-15"))
    public DueDate derive() {
        Query.only(request.queryParams(), Set.of(NOMINAL));
        LocalDate nominalDueOn = Query.date(request.queryParams(), NOMINAL);
        if (nominalDueOn == null) {
            throw ProblemException.unreadable(FieldError.of(NOMINAL, "required"));
        }
        return businessDays.derive(nominalDueOn);
    }
}
