package kcs.chassis.leadership;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections outside the pool, with the service's own rights. An advisory lock lives as long as its session; a
 * pooled connection would take it along to the next borrower.
 */
@Singleton
public class DirectConnections {

    /** Seconds. A lock holder whose database has gone silent must notice, or it would hang for ever. */
    private static final int CONNECT_TIMEOUT = 2;

    private static final int ANSWER_TIMEOUT = 10;

    private final String url;
    private final String user;
    private final String password;

    /** @param url of the service's own database, {@code user} its runtime role */
    public DirectConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** A new session, in auto-commit mode, that shows up under {@code name} in {@code pg_stat_activity}. */
    public Connection open(String name) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(name);
        source.setConnectTimeout(CONNECT_TIMEOUT);
        source.setLoginTimeout(CONNECT_TIMEOUT);
        source.setSocketTimeout(ANSWER_TIMEOUT);
        source.setTcpKeepAlive(true);
        return source.getConnection();
    }
}
