package kcs.progress.open;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The catalogue of open data, after schema.org/DataCatalog. */
@Schema(name = "OpenCatalogue", description = "A schema.org DataCatalog")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Catalogue(
        @JsonProperty("@context") @Schema(required = true, maxLength = 40, examples = "https://schema.org/")
        String context,

        @JsonProperty("@type") @Schema(required = true, maxLength = 40, examples = "DataCatalog")
        String type,

        @JsonProperty("@id") @Schema(required = true, maxLength = 200)
        String id,

        @Schema(required = true, maxItems = 2) List<Said> name,
        @Schema(required = true, maxItems = 2) List<Said> description,
        @Schema(required = true, maxLength = 200) String url,
        @Schema(required = true) Organisation publisher,
        @Schema(required = true, maxLength = 200) String license,
        @Schema(required = true, maxItems = 2) List<String> inLanguage,

        @Schema(description = "When the newest of all changed; absent where there is nothing yet")
        Instant dateModified,

        @Schema(required = true, maxItems = 10) List<Dataset> dataset) {
    static final String CONTEXT = "https://schema.org/";
    static final List<String> LANGUAGES = List.of("ko", "en");

    /** A text in one language. */
    @Schema(name = "OpenText")
    record Said(
            @JsonProperty("@language") @Schema(required = true, maxLength = 2)
            String language,

            @JsonProperty("@value") @Schema(required = true, maxLength = 1000)
            String value) {

        static List<Said> of(Label label) {
            Said korean = new Said("ko", label.ko());
            return label.en() == null ? List.of(korean) : List.of(korean, new Said("en", label.en()));
        }
    }

    /** Whose the data are. */
    @Schema(name = "OpenOrganisation")
    record Organisation(
            @JsonProperty("@type") @Schema(required = true, maxLength = 40)
            String type,

            @Schema(required = true, maxItems = 2) List<Said> name,
            @Schema(required = true, maxLength = 200) String url) {
        static final Organisation CUSTOMS = new Organisation(
                "GovernmentOrganization",
                Said.of(new Label("관세청", "Korea Customs Service")),
                "https://www.customs.go.kr");
    }

    /** A set of data, after schema.org/Dataset. */
    @Schema(name = "OpenDataset", description = "A schema.org Dataset")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dataset(
            @JsonProperty("@type") @Schema(required = true, maxLength = 40)
            String type,

            @JsonProperty("@id") @Schema(required = true, maxLength = 200)
            String id,

            @Schema(required = true, maxItems = 2) List<Said> name,
            @Schema(required = true, maxItems = 2) List<Said> description,
            @Schema(required = true) Organisation creator,
            @Schema(required = true, maxLength = 200) String license,
            @Schema(required = true) boolean isAccessibleForFree,
            @Schema(required = true, maxItems = 2) List<String> inLanguage,

            @Schema(description = "When the newest of it changed; absent where there is nothing yet")
            Instant dateModified,

            @Schema(maxLength = 50, description = "Of what time it tells, as far as that is stated (ISO 8601)")
            String temporalCoverage,

            @Schema(maxLength = 40, description = "Demonstration: what it holds happened nowhere; absent otherwise")
            String creativeWorkStatus,

            @Schema(maxItems = 100000) List<Variable> variableMeasured,
            @Schema(required = true, maxItems = 100) List<Download> distribution) {}

    /** What is measured, after schema.org/PropertyValue. */
    @Schema(name = "OpenVariable")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Variable(
            @JsonProperty("@type") @Schema(required = true, maxLength = 40)
            String type,

            @Schema(required = true, maxLength = 100, examples = "KCS-2024-01/SEIZED")
            String propertyID,

            @Schema(required = true, maxItems = 2) List<Said> name,
            @Schema(maxLength = 40) String unitText) {}

    /** Where it is to be had, after schema.org/DataDownload. */
    @Schema(name = "OpenDownload")
    record Download(
            @JsonProperty("@type") @Schema(required = true, maxLength = 40)
            String type,

            @Schema(required = true, maxLength = 300) String contentUrl,
            @Schema(required = true, maxLength = 100) String encodingFormat) {

        static Download of(String contentUrl, String encodingFormat) {
            return new Download("DataDownload", contentUrl, encodingFormat);
        }
    }
}
