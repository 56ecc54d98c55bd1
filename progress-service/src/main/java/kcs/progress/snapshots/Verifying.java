package kcs.progress.snapshots;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.progress.snapshots.Verification.Finding;

/** Holds a snapshot against its hashes: every file, the manifest, what its row says, and the link to the one before. */
@Singleton
class Verifying {
    private final SnapshotStore store;
    private final CurrentCaller current;
    private final Clock clock;

    Verifying(SnapshotStore store, CurrentCaller current, Clock clock) {
        this.store = store;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Verifies all of a snapshot, also what the caller may not read: he is told whether it holds. Row security is told who
     * asks when a transaction begins, so that takes one of its own.
     */
    Verification verify(String id) {
        Snapshot snapshot = QuarkusTransaction.requiringNew().call(() -> store.get(id));
        return current.as(
                Caller.system("verification"),
                () -> QuarkusTransaction.requiringNew().call(() -> verified(snapshot)));
    }

    private Verification verified(Snapshot snapshot) {
        List<Finding> findings = new ArrayList<>();
        compare(findings, "manifest", snapshot.hash(), Canonical.sha256(snapshot.manifest()));
        List<SnapshotStore.Kept> files = store.files(snapshot);
        try {
            Manifest manifest = Manifest.read(snapshot.manifest());
            compareRow(findings, snapshot, manifest);
            compareFiles(findings, manifest, files);
        } catch (IOException damaged) {
            findings.add(new Finding("manifest", "canonical JSON", "unreadable"));
        }
        comparePrevious(findings, snapshot);
        return new Verification(snapshot.id(), clock.instant(), findings.isEmpty(), files.size(), findings);
    }

    private static void compareRow(List<Finding> findings, Snapshot row, Manifest manifest) {
        compare(findings, "no", manifest.no(), row.no());
        compare(findings, "id", manifest.id(), row.id());
        compare(findings, "plan", manifest.plan(), row.plan());
        compare(findings, "period", manifest.period(), row.period());
        compare(findings, "asOf", manifest.asOf(), row.asOf());
        compare(findings, "takenAt", manifest.takenAt(), row.takenAt());
        compare(findings, "meeting", manifest.meeting(), row.meeting());
        compare(findings, "previousHash", manifest.previous(), row.previousHash());
        if (!Arrays.equals(manifest.bytes(), row.manifest())) {
            findings.add(new Finding("manifest", "its canonical form", "another form"));
        }
    }

    private static void compareFiles(List<Finding> findings, Manifest manifest, List<SnapshotStore.Kept> files) {
        Map<String, SnapshotStore.Kept> kept = new HashMap<>();
        files.forEach(file -> kept.put(name(file.edition(), file.format(), file.language()), file));
        for (Manifest.File said : manifest.files()) {
            String name = name(said.edition(), said.format(), said.language());
            SnapshotStore.Kept file = kept.remove(name);
            compare(findings, name, said.sha256(), file == null ? null : Canonical.sha256(file.content()));
        }
        kept.keySet().forEach(name -> findings.add(new Finding(name, null, "a file that was not there")));
    }

    private void comparePrevious(List<Finding> findings, Snapshot snapshot) {
        if (snapshot.no() > 1) {
            String before =
                    store.numbered(snapshot.no() - 1).map(Snapshot::hash).orElse(null);
            compare(findings, "snapshot " + (snapshot.no() - 1), snapshot.previousHash(), before);
        }
    }

    private static String name(Edition edition, String format, String language) {
        return (edition + " " + format + " " + language).strip();
    }

    private static void compare(List<Finding> findings, String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            findings.add(new Finding(what, text(expected), text(found)));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
