package kcs.chassis.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.Page;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The parameters that every list has in common. Its filters and the names that it sorts by only the list itself knows:
 * they stand at the endpoint.
 */
final class Paging {

    private Paging() {}

    static void describe(Endpoint endpoint, Map<String, Schema> schemas) {
        Operation list = endpoint.operation();
        if (!answersPage(list, schemas)) {
            return;
        }
        Parameter sort = declared(list, "sort").orElseGet(() -> add(list, "sort"));
        Schema names = Optional.ofNullable(sort.getSchema()).orElseGet(OASFactory::createSchema);
        sort.setSchema(names.type(List.of(SchemaType.STRING)));
        add(list, "limit")
                .schema(of(SchemaType.INTEGER)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(ListRequest.MOST))
                        .defaultValue(ListRequest.USUAL));
        add(list, "cursor").schema(of(SchemaType.STRING).maxLength(Page.LONGEST_CURSOR));
        add(list, "count").schema(of(SchemaType.BOOLEAN).defaultValue(false));
    }

    private static boolean answersPage(Operation operation, Map<String, Schema> schemas) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (answer == null || answer.getContent() == null) {
            return false;
        }
        return answer.getContent().getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.getRef() != null)
                .map(schema ->
                        schemas.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)))
                .filter(Objects::nonNull)
                .map(Schema::getProperties)
                .anyMatch(properties -> properties != null && properties.containsKey("nextCursor"));
    }

    private static Optional<Parameter> declared(Operation list, String name) {
        return Stream.ofNullable(list.getParameters())
                .flatMap(List::stream)
                .filter(parameter -> name.equals(parameter.getName()))
                .findFirst();
    }

    private static Parameter add(Operation list, String name) {
        Parameter parameter = OASFactory.createParameter().name(name).in(Parameter.In.QUERY);
        list.addParameter(parameter);
        return parameter;
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
