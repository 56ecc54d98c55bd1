package kcs.chassis.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address takes: the framework refuses the others without saying so, as RFC 9110 wants. */
@Singleton
class AllowedMethods {
    private record Endpoint(Pattern path, String method) {}

    private final BeanManager beans;
    private volatile List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** The value of the header {@code Allow} for a path. */
    String of(String path) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.path().matcher(path).matches()) {
                methods.add(endpoint.method());
                if (endpoint.method().equals(HttpMethod.GET)) {
                    methods.add(HttpMethod.HEAD);
                }
            }
        }
        return String.join(", ", methods);
    }

    private List<Endpoint> endpoints() {
        if (endpoints == null) {
            List<Endpoint> found = new ArrayList<>();
            for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
                Path root = bean.getBeanClass().getAnnotation(Path.class);
                if (root != null) {
                    addAll(root.value(), bean.getBeanClass(), found);
                }
            }
            endpoints = found;
        }
        return endpoints;
    }

    private static void addAll(String root, Class<?> resource, List<Endpoint> found) {
        for (Method method : resource.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    found.add(new Endpoint(pattern(root, method.getAnnotation(Path.class)), http.value()));
                }
            }
        }
    }

    private static Pattern pattern(String root, Path path) {
        String template = "/" + root + "/" + (path == null ? "" : path.value());
        String tidy = template.replaceAll("/+", "/").replaceAll("/$", "");
        return Pattern.compile(tidy.replaceAll("\\{[^}]*}", "[^/]+"));
    }
}
