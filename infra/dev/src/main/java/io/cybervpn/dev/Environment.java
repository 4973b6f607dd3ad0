package io.cybervpn.dev;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The variables somebody set for the shop or for us; a blank one counts as not set. */
record Environment(Map<String, String> variables) {

    private static final int PORT_DEFAULT = 8080;

    Environment {
        variables = Map.copyOf(variables);
    }

    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    boolean has(String name) {
        return get(name).isPresent();
    }

    /** Where data, secrets and logs of this installation live. */
    Path dataFolder() {
        return Path.of(get("CYBERVPN_DATA").orElse(".data")).toAbsolutePath().normalize();
    }

    /** What runs as the shop: {@code CYBERVPN_EXECUTABLE}, a native one, else the packaged jar. */
    Path shop() {
        return get("CYBERVPN_EXECUTABLE")
                .map(Path::of)
                .orElseGet(() -> programs().resolve("quarkus-app").resolve("quarkus-run.jar"))
                .toAbsolutePath();
    }

    /**
     * The folder that holds the packaged shop as {@code quarkus-app}. {@code ./cybervpn} makes a
     * copy for each start, so that a build beside a running shop does not pull its files from under
     * it.
     */
    Path programs() {
        return get("CYBERVPN_PROGRAMS")
                .map(Path::of)
                .orElse(Path.of("presentation", "target"))
                .toAbsolutePath()
                .normalize();
    }

    int port() {
        String port =
                get("CYBERVPN_PORT").or(() -> get("QUARKUS_HTTP_PORT")).orElse("" + PORT_DEFAULT);
        if (!port.matches("\\d{1,5}")) {
            throw new IllegalStateException("CYBERVPN_PORT must be a number: " + port);
        }
        return Integer.parseInt(port);
    }

    boolean ownPostgres() {
        return has("QUARKUS_DATASOURCE_REACTIVE_URL") || has("QUARKUS_DATASOURCE_JDBC_URL");
    }

    boolean ownRedis() {
        return has("QUARKUS_REDIS_HOSTS");
    }

    boolean ownPanel() {
        return has("CYBERVPN_PANEL_URL");
    }

    boolean ownCryptoPay() {
        return has("CYBERVPN_CRYPTOBOT_TOKEN");
    }

    /** The given database URL in the form of the reactive client. */
    Optional<String> reactiveUrl() {
        return get("QUARKUS_DATASOURCE_REACTIVE_URL")
                .or(
                        () ->
                                get("QUARKUS_DATASOURCE_JDBC_URL")
                                        .map(url -> url.replaceFirst("^jdbc:", "")));
    }

    /** The given database URL in the form of JDBC. */
    Optional<String> jdbcUrl() {
        return get("QUARKUS_DATASOURCE_JDBC_URL")
                .or(
                        () ->
                                get("QUARKUS_DATASOURCE_REACTIVE_URL")
                                        .map(
                                                url ->
                                                        "jdbc:"
                                                                + url.replaceFirst(
                                                                        "^vertx-reactive:", "")));
    }
}
