package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.DataSource;
import kcs.chassis.problem.ProblemException;
import kcs.collaboration.plans.Plans;

/** Numbers tasks within their plan. The plan's row is locked, so that two registrations cannot take one number. */
@Singleton
class TaskNumbers {
    private static final String NUMBERS =
            "SELECT coalesce(max(no), 0), count(*) FILTER (WHERE no = ?) FROM task WHERE plan = ?";

    private final DataSource database;
    private final Plans plans;

    TaskNumbers(DataSource database, Plans plans) {
        this.database = database;
        this.plans = plans;
    }

    /**
     * The number that was asked for, or the next free one.
     *
     * @throws ProblemException 409 when it is taken
     */
    int take(String plan, Integer wanted) {
        plans.lock(plan);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NUMBERS)) {
            select.setObject(1, wanted, Types.INTEGER);
            select.setString(2, plan);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (wanted == null) {
                    return row.getInt(1) + 1;
                }
                if (row.getInt(2) > 0) {
                    throw new ProblemException(409, "number-taken", Task.codeOf(plan, wanted));
                }
                return wanted;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a task could not be numbered", e);
        }
    }
}
