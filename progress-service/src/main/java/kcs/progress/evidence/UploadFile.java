package kcs.progress.evidence;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kcs.chassis.json.StrictJson;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.filetypes.FileType;

/**
 * What a request says of the file that is its body.
 *
 * @param claimed the media type that it is said to have, lower case, without parameters; empty when nothing was said
 */
record UploadFile(String title, FileName name, String claimed) {
    static final int LONGEST_TITLE = 200;

    /** What clients say when they do not know. */
    private static final Set<String> NOTHING_SAID = Set.of("", "application/octet-stream");

    /**
     * Reads it from the parameters and headers of a request. A file without a title is called by its name.
     *
     * @throws ProblemException 400 when they cannot be read
     */
    static UploadFile of(MultiMap parameters, String disposition, String contentType) {
        Query.only(parameters, Set.of("title"));
        FileName name = FileName.ofDisposition(disposition);
        List<String> titles = parameters.getAll("title");
        if (titles.size() > 1) {
            throw ProblemException.unreadable(FieldError.of("title", "repeated-parameter"));
        }
        String title = titles.isEmpty() ? name.value() : title(titles.get(0));
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return new UploadFile(title, name, type.toLowerCase(Locale.ROOT));
    }

    private static String title(String given) {
        String title = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || !StrictJson.wellFormed(title)) {
            throw ProblemException.unreadable(FieldError.of("title", "size", 1, LONGEST_TITLE));
        }
        return title;
    }

    /**
     * Refuses a file that is not what its name or its sender says it is.
     *
     * @param type what its content says
     * @throws ProblemException 422 naming what was found
     */
    void requireTruth(FileType type) {
        boolean claimHolds = NOTHING_SAID.contains(claimed) || type.mayBeCalled(claimed);
        boolean nameHolds = name.extension().isEmpty() || type.mayEndWith(name.extension());
        if (claimHolds && nameHolds) {
            return;
        }
        String said = claimHolds ? name.value() : claimed;
        throw new ProblemException(422, "evidence-lies", type.mediaType(), said).with("found", type.mediaType());
    }

    /** What tells this upload from another one with the same key: everything that was sent. */
    byte[] identity(String sha256) {
        return String.join("\n", sha256, title, name.value(), claimed).getBytes(StandardCharsets.UTF_8);
    }
}
