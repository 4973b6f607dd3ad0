package io.cybervpn.dev;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A durable PostgreSQL and a Redis for a measurement: prints how to reach them as {@code key=value}
 * lines, an empty line last, and stops them when its standard input ends.
 */
public final class Servers {
    private Servers() {}

    /** Takes the folder for the data. */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]);
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(
                                home.resolve("postgres"), EmbeddedPostgres.Settings.lasting());
                EmbeddedRedis redis = EmbeddedRedis.start(home.resolve("redis"))) {
            System.out.println("jdbcUrl=" + postgres.jdbcUrl());
            System.out.println("reactiveUrl=" + postgres.reactiveUrl());
            System.out.println("username=" + postgres.username());
            System.out.println("password=" + postgres.password());
            System.out.println("database=" + postgres.database());
            System.out.println("port=" + postgres.port());
            System.out.println("postgresPid=" + postgres.pid());
            System.out.println("redisUrl=" + redis.url());
            System.out.println();
            while (System.in.read() >= 0) {
                // Until whoever started us closes the pipe or dies.
            }
        }
    }
}
