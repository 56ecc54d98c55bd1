package kcs.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import kcs.chassis.testing.StackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class SqlTest {
    private static final String MODE = "SHOW plan_cache_mode";
    private static final String BY_KEYS = "SELECT aggregate FROM outbox_sequence WHERE aggregate = ANY (?)";

    /** More often than the driver and PostgreSQL wait before they keep a statement and its plan. */
    private static final int OFTEN = 20;

    @Inject
    Sql sql;

    /** What it would do by itself with an array of keys is to plan for each anew. */
    @Test
    void whatIsAskedAgainIsPlannedOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < OFTEN; i++) {
                sql.list(BY_KEYS, row -> row.getString(1), (Object) new String[] {"a/" + i});
            }

            String kept =
                    "SELECT custom_plans, generic_plans FROM pg_prepared_statements WHERE statement LIKE '%' || ?";
            Plans plans = sql.one(
                            kept,
                            row -> new Plans(row.getLong(1), row.getLong(2)),
                            "outbox_sequence WHERE aggregate = ANY ($1)")
                    .orElseThrow();
            assertThat(plans.custom()).isZero();
            assertThat(plans.generic()).isPositive();
        });
    }

    @Test
    void planningForValuesEndsWithTheTransaction() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> {
                    sql.planForValues();
                    return mode();
                }))
                .isEqualTo("auto");
        assertThat(QuarkusTransaction.requiringNew().call(this::mode)).isEqualTo("force_generic_plan");
    }

    private String mode() {
        return sql.one(MODE, row -> row.getString(1)).orElseThrow();
    }

    private record Plans(long custom, long generic) {}
}
