package kcs.progress.reconciliation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.progress.audience.Audience;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proves that the dashboard equals its sources, or names where it does not. */
@Path("/api/v1/dashboard/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dashboard", description = "현황판: the shared view of all plans and tasks, live")
public class ReconciliationResource {
    private final ReconciliationService reconciliation;
    private final CurrentCaller caller;

    ReconciliationResource(ReconciliationService reconciliation, CurrentCaller caller) {
        this.reconciliation = reconciliation;
        this.caller = caller;
    }

    @GET
    @Blocking
    @RolesAllowed({Role.Names.PLANNER, Role.Names.AUDITOR, Role.Names.ADMIN})
    @Operation(
            operationId = "reconcileDashboard",
            summary = "Compare the dashboard with the owners' event history",
            description =
                    "현황판 대조: plan by plan, task by task, agency by agency, cycle by cycle, checkpoint by checkpoint,"
                            + " field by field. An empty list of differences means that the dashboard shows what its sources say. 503 when an owner does not"
                            + " answer: the problem names it as peer.")
    public Reconciliation reconcile() {
        return reconciliation.compare(Audience.of(caller.get()));
    }
}
