package kcs.progress;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import kcs.chassis.testing.HouseRules;

@AnalyzeClasses(packages = "kcs.progress", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    /** Features that use each other are one, or something stands in the wrong one: docs/architecture.md has the order. */
    @ArchTest
    static final ArchRule FEATURES_USE_EACH_OTHER_ONE_WAY =
            slices().matching("kcs.progress.(*)..").should().beFreeOfCycles();
}
