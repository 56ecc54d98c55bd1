package kcs.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connects to a service's database with the rights of its owner, whom row security does not hold. */
final class OwnerConnection {

    private OwnerConnection() {}

    static Connection to(Part service, Settings settings, Secrets secrets) throws SQLException {
        String database = service.id().replace("-service", "");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + Ports.HOST + ":" + settings.port(Part.POSTGRES) + "/" + database,
                database + "_owner",
                secrets.get("postgres." + database + "_owner"));
    }
}
