package kcs.local;

/**
 * One database with its two roles: the owner runs the migrations, the service runs as a role that owns nothing.
 * Neither is a superuser nor passes by row security.
 *
 * @param name the database; its roles are {@code <name>_owner} and {@code <name>_app}
 */
public record PostgresDatabase(String name, String ownerPassword, String appPassword) {

    /** A database whose roles get passwords that nobody has seen before: for tests. */
    public static PostgresDatabase withRandomPasswords(String name) {
        return new PostgresDatabase(name, Secrets.random(), Secrets.random());
    }

    public String owner() {
        return name + "_owner";
    }

    public String app() {
        return name + "_app";
    }
}
