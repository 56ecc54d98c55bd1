package kcs.chassis.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** A merge patch names what it changes and nothing else: none of its properties is required. */
final class MergePatches {
    private static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatches() {}

    static void requireNothing(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        for (PathItem path : api.getPaths().getPathItems().values()) {
            for (Operation operation : path.getOperations().values()) {
                Schema body = body(operation);
                if (body != null && body.getRef() != null) {
                    String name = body.getRef().substring(body.getRef().lastIndexOf('/') + 1);
                    schemas.get(name).setRequired(List.of());
                }
            }
        }
    }

    private static Schema body(Operation operation) {
        if (operation.getRequestBody() == null) {
            return null;
        }
        Content content = operation.getRequestBody().getContent();
        boolean patch = content != null && content.hasMediaType(MEDIA_TYPE);
        return patch ? content.getMediaType(MEDIA_TYPE).getSchema() : null;
    }
}
