package kcs.agency.catalogue;

import java.util.List;
import kcs.agency.agencies.Announced;

/** The catalogue, for tests of other features. */
public final class CatalogueEntries {

    private CatalogueEntries() {}

    public static List<Announced.Entry> all() {
        return AgencyCatalogue.read();
    }
}
