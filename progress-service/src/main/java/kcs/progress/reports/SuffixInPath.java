package kcs.progress.reports;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a link to a report say by its end what it leads to: {@code portfolio.pdf} is {@code portfolio?format=pdf}. The one
 * place that knows such addresses. No code of a task and no id of a snapshot holds a dot.
 */
class SuffixInPath {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final Pattern REPORT = Pattern.compile("(/api/v1/reports/(?:portfolio|agencies|tasks/[^/.]+)"
            + "|/api/v1/snapshots/[^/.]+/report"
            + "|/open/v1/reports/[^/.]+)\\.([A-Za-z0-9]+)");

    @ServerRequestFilter(preMatching = true)
    public void read(ContainerRequestContext asked, RoutingContext request) {
        URI address = asked.getUriInfo().getRequestUri();
        Matcher report = REPORT.matcher(address.getRawPath());
        if (READING.contains(request.request().method()) && report.matches()) {
            String besides = address.getRawQuery() == null ? "" : "&" + address.getRawQuery();
            asked.setRequestUri(
                    address.resolve(report.group(1) + "?" + ReportFormats.PARAMETER + "=" + report.group(2) + besides));
        }
    }
}
