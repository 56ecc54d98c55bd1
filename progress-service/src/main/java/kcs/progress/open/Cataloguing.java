package kcs.progress.open;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kcs.progress.document.ReportFormat;
import kcs.progress.open.Catalogue.Dataset;
import kcs.progress.open.Catalogue.Download;
import kcs.progress.open.Catalogue.Organisation;
import kcs.progress.open.Catalogue.Said;
import kcs.progress.open.Catalogue.Variable;
import kcs.progress.publicdata.PublicData;
import kcs.progress.publicdata.PublicIndicator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the entries by which catalogues and search engines know the open data. */
@Singleton
class Cataloguing {
    static final String JSON_LD = "application/ld+json";
    private static final String CATALOGUE = OpenResource.ROOT + "/catalogue";

    private final String front;

    /** @param front the front door as people reach it */
    Cataloguing(@ConfigProperty(name = "kcs.public-url", defaultValue = "http://localhost:8080") String front) {
        this.front = front;
    }

    Catalogue catalogue(PublicData data, OpenTerms terms) {
        List<Dataset> sets = List.of(
                dataset(OpenLists.TASKS, data, terms, Coverage.ofTasks(data), null, List.of()),
                dataset(OpenLists.HEALTH, data, terms, Coverage.ofHealth(data), null, List.of()),
                dataset(OpenLists.INDICATORS, data, terms, Coverage.ofIndicators(data), variables(data), List.of()),
                dataset(OpenLists.REPORTS, data, terms, Coverage.ofReports(data), null, newestFiles(data)));
        return new Catalogue(
                Catalogue.CONTEXT,
                "DataCatalog",
                front + CATALOGUE,
                Said.of(Blurb.CATALOGUE.name(terms)),
                Said.of(Blurb.CATALOGUE.description()),
                front + CATALOGUE,
                Organisation.CUSTOMS,
                terms.licence().url(),
                Catalogue.LANGUAGES,
                sets.stream()
                        .map(Dataset::dateModified)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                sets);
    }

    private <T> Dataset dataset(
            OpenLists<T> list,
            PublicData data,
            OpenTerms terms,
            String coverage,
            List<Variable> variables,
            List<Download> files) {
        Blurb blurb = Blurb.of(list.name());
        return new Dataset(
                "Dataset",
                front + CATALOGUE + "#" + list.name(),
                Said.of(blurb.name(terms)),
                Said.of(blurb.description()),
                Organisation.CUSTOMS,
                terms.licence().url(),
                true,
                Catalogue.LANGUAGES,
                list.newest(list.items().apply(data)),
                coverage,
                terms.demonstration() ? "Demonstration" : null,
                variables,
                Stream.concat(addresses(list.name()), files.stream()).toList());
    }

    /** The first thousand, which is as many as a page has. */
    private Stream<Download> addresses(String list) {
        String address = front + OpenResource.ROOT + "/" + list + "?numOfRows=1000&format=";
        return Stream.of(ReportFormat.JSON, ReportFormat.CSV)
                .map(format -> Download.of(address + format.suffix(), format.mediaType()));
    }

    private List<Download> newestFiles(PublicData data) {
        if (data.reports().isEmpty()) {
            return List.of();
        }
        return OpenReport.of(data.reports().get(data.reports().size() - 1)).files().stream()
                .map(file -> Download.of(front + file.href(), file.mediaType()))
                .toList();
    }

    private static List<Variable> variables(PublicData data) {
        List<Variable> variables = new ArrayList<>();
        for (PublicIndicator indicator : data.indicators()) {
            variables.add(new Variable(
                    "PropertyValue",
                    indicator.task() + "/" + indicator.code(),
                    Said.of(indicator.name()),
                    indicator.unit()));
        }
        return variables;
    }
}
