package kcs.progress.open;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import kcs.progress.publicdata.PublicHealth;
import kcs.progress.publicdata.PublicIndicator;
import kcs.progress.publicdata.PublicTask;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a list, as users of Korean public data expect it. */
@JsonPropertyOrder({
    "resultCode",
    "resultMsg",
    "pageNo",
    "numOfRows",
    "totalCount",
    "licence",
    "updatedAt",
    "demonstration",
    "items"
})
class OpenList<T> {
    @Schema(required = true, maxLength = 2, examples = "00")
    public final String resultCode = ResultCode.NORMAL.code();

    @Schema(required = true, maxLength = 100, examples = "NORMAL SERVICE.")
    public final String resultMsg = ResultCode.NORMAL.message();

    @Schema(required = true, minimum = "1", description = "As asked")
    public final int pageNo;

    @Schema(required = true, minimum = "1", maximum = "1000", description = "As asked: the most items of a page")
    public final int numOfRows;

    @Schema(required = true, minimum = "0", description = "How many the filters leave, on all pages")
    public final int totalCount;

    @Schema(required = true)
    public final Licence licence;

    @Schema(description = "When the newest of what the filters leave changed; null where they leave nothing")
    public final Instant updatedAt;

    @Schema(required = true, description = "The stack plays a year for show: what it holds happened nowhere")
    public final boolean demonstration;

    @Schema(required = true, maxItems = 1000)
    public final List<T> items;

    OpenList(OpenPage page, int totalCount, OpenTerms terms, Instant updatedAt, List<T> items) {
        this.pageNo = page.pageNo();
        this.numOfRows = page.numOfRows();
        this.totalCount = totalCount;
        this.licence = terms.licence();
        this.updatedAt = updatedAt;
        this.demonstration = terms.demonstration();
        this.items = List.copyOf(items);
    }

    /** What a document says of the lists, which needs a class for each. */
    private abstract static class Of<T> extends OpenList<T> {
        private Of() {
            super(new OpenPage(1, 1), 0, new OpenTerms(null, false), null, List.of());
        }
    }

    @Schema(name = "OpenTaskList")
    abstract static class OfTasks extends Of<PublicTask> {}

    @Schema(name = "OpenHealthList")
    abstract static class OfHealth extends Of<PublicHealth> {}

    @Schema(name = "OpenIndicatorList")
    abstract static class OfIndicators extends Of<PublicIndicator> {}

    @Schema(name = "OpenReportList")
    abstract static class OfReports extends Of<OpenReport> {}
}
