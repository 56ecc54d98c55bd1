package kcs.chassis.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The rules of the house that a compiler does not know. A service holds itself to them with
 * {@code @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);} in a test that is annotated with
 * {@code @AnalyzeClasses(packages = "kcs.<service>", importOptions = ImportOption.DoNotIncludeTests.class)}.
 */
public final class HouseRules {
    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    /** A package-private endpoint is silently a 404. */
    @ArchTest
    public static final ArchRule ENDPOINTS_ARE_PUBLIC =
            methods().that(areEndpoints()).should().bePublic().allowEmptyShould(true);

    /** Default deny: who may call an endpoint is said at the endpoint. */
    @ArchTest
    public static final ArchRule ENDPOINTS_SAY_WHO_MAY_CALL_THEM =
            methods().that(areEndpoints()).should(sayWhoMayCallThem()).allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER =
            classes().should(dependOnNoOtherService()).allowEmptyShould(true);

    /** What a test cannot hand in, it cannot replace. */
    @ArchTest
    public static final ArchRule NO_FIELD_INJECTION =
            noFields().should().beAnnotatedWith(Inject.class).allowEmptyShould(true);

    /** {@code task.status = COMPLETED} and its disguise do not compile outside the entity. */
    @ArchTest
    public static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and(new DescribedPredicate<JavaMethod>("are written by hand") {
                @Override
                public boolean test(JavaMethod method) {
                    return !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC);
                }
            })
            .should()
            .haveNameMatching("set[A-Z].*")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule ENTITIES_KEEP_THEIR_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotStatic()
            .should()
            .notBePrivate()
            .allowEmptyShould(true);

    /** The machine's zone and the machine's clock are nobody's business: ask for a Clock and name the zone. */
    @ArchTest
    public static final ArchRule TIME_IS_ASKED_FOR = noClasses()
            .should()
            .callMethodWhere(readsTheMachinesClock())
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true);

    /** A request appends to the outbox; only the chassis talks to the broker. */
    @ArchTest
    public static final ArchRule KAFKA_IS_BEHIND_THE_OUTBOX = noClasses()
            .that()
            .resideOutsideOfPackages("kcs.chassis.outbox..", "kcs.chassis.inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.cloudevents..")
            .allowEmptyShould(true);

    /** A resource translates HTTP; it reads and writes no tables. */
    @ArchTest
    public static final ArchRule RESOURCES_DO_NOT_TOUCH_THE_DATABASE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..")
                    .or(resideInAPackage("jakarta.persistence.."))
                    .as("belong to the database"))
            .allowEmptyShould(true);

    private HouseRules() {}

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints", method -> method.getAnnotations().stream().anyMatch(HouseRules::isHttpMethod));
    }

    private static boolean isHttpMethod(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isAnnotatedWith(HttpMethod.class);
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("carry @RolesAllowed, @PermitAll or @Authenticated, on the method or its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = Set.of(RolesAllowed.class, PermitAll.class, Authenticated.class).stream()
                        .anyMatch(rule -> method.isAnnotatedWith(rule)
                                || method.getOwner().isAnnotatedWith(rule));
                events.add(new SimpleConditionEvent(
                        method, said, method.getFullName() + (said ? " says" : " does not say") + " who may call it"));
            }
        };
    }

    private static ArchCondition<JavaClass> dependOnNoOtherService() {
        return new ArchCondition<>("depend on the chassis and their own service alone") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = houseOf(type.getPackageName());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String other = houseOf(dependency.getTargetClass().getPackageName());
                    if (!other.isEmpty() && !other.equals(own) && !other.equals("chassis")) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** {@code agency} of {@code kcs.agency.agencies}; empty for what is not ours. */
    private static String houseOf(String packageName) {
        String[] parts = packageName.split("\\.");
        return parts.length > 1 && parts[0].equals("kcs") ? parts[1] : "";
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesClock() {
        return DescribedPredicate.describe(
                "now() without a clock",
                call -> call.getTarget().getName().equals("now")
                        && CLOCKS.contains(call.getTarget().getOwner().getFullName())
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class)));
    }
}
