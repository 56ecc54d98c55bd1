package kcs.progress.stream;

import kcs.progress.dashboard.Dashboard;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What the routes below JAX-RS answer, for the API's document: their paths stand in {@code META-INF/openapi.yaml}, the
 * schemas come from the records that are really written. It stands here because the stream knows the dashboard, and not the
 * other way round.
 */
@OpenAPIDefinition(
        info = @Info(title = "progress-service", version = "1.0.0", description = "How it goes: the shared dashboard."),
        tags = @Tag(name = "dashboard", description = "현황판: the shared view of all plans and tasks, live"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Dashboard", implementation = Dashboard.class),
                            @Schema(name = "StreamPlace", implementation = StreamMessage.Place.class),
                            @Schema(name = "StreamChange", implementation = StreamMessage.Change.class),
                            @Schema(name = "StreamGone", implementation = StreamMessage.Gone.class)
                        }))
final class DashboardApi {
    private DashboardApi() {}
}
