package io.cybervpn.infrastructure.doctor;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which connections must be encrypted: those to PostgreSQL, Valkey and the mail server that leave
 * the machine and its private network (ASVS 12.3). Pure: no name is resolved.
 */
final class ConnectionRules {
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");
    private static final List<String> PRIVATE_ENDS =
            List.of(".internal", ".local", ".localdomain", ".svc", ".lan", ".home.arpa");
    private static final String ALLOWED = "cybervpn.connections.plain-allowed";

    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    private ConnectionRules(Settings settings) {
        this.settings = settings;
    }

    static List<Finding> check(Settings settings) {
        ConnectionRules rules = new ConnectionRules(settings);
        rules.database();
        rules.valkey();
        rules.mail();
        rules.proxies();
        return List.copyOf(rules.findings);
    }

    private void database() {
        String mode =
                settings.get("quarkus.datasource.reactive.postgresql.ssl-mode").orElse("disable");
        settings.get("quarkus.datasource.reactive.url")
                .filter(url -> !isEncrypted(url, mode) && isFar(hostOf(url)))
                .ifPresent(
                        _ ->
                                plain(
                                        "quarkus.datasource.reactive.url",
                                        "set quarkus.datasource.reactive.postgresql.ssl-mode to"
                                                + " verify-full"));
        settings.get("quarkus.datasource.jdbc.url")
                .filter(url -> !isEncrypted(url, "disable") && isFar(hostOf(url)))
                .ifPresent(
                        _ ->
                                plain(
                                        "quarkus.datasource.jdbc.url",
                                        "add ?sslmode=verify-full to it"));
    }

    private void valkey() {
        for (String url : settings.list("quarkus.redis.hosts")) {
            if (!url.startsWith("rediss:") && isFar(hostOf(url))) {
                plain("quarkus.redis.hosts", "begin it with rediss://");
            }
            if (isFar(hostOf(url)) && !url.contains("@")) {
                findings.add(
                        Finding.advice(
                                "quarkus.redis.hosts has no password: rediss://:password@host"));
            }
        }
    }

    private void mail() {
        boolean encrypted =
                settings.get("quarkus.mailer.tls").filter("true"::equals).isPresent()
                        || settings.get("quarkus.mailer.start-tls")
                                .filter("REQUIRED"::equalsIgnoreCase)
                                .isPresent();
        settings.get("quarkus.mailer.host")
                .filter(host -> !encrypted && isFar(Optional.of(host)))
                .ifPresent(
                        _ ->
                                plain(
                                        "quarkus.mailer.host",
                                        "set quarkus.mailer.start-tls to REQUIRED, or"
                                                + " quarkus.mailer.tls to true"));
    }

    /** Behind a proxy that nobody named all clients have one address, and share its limits. */
    private void proxies() {
        boolean behind =
                settings.get("cybervpn.public-url")
                        .filter(it -> it.startsWith("https:"))
                        .isPresent();
        if (behind && settings.get("cybervpn.http.trusted-proxies").isEmpty()) {
            findings.add(
                    Finding.advice(
                            "cybervpn.http.trusted-proxies is not set, and cybervpn.public-url is"
                                    + " https: name the proxy, or all clients share one address and"
                                    + " its limits"));
        }
    }

    private void plain(String name, String remedy) {
        String text = name + " goes out of this network unencrypted: " + remedy;
        boolean allowed = settings.get(ALLOWED).filter("true"::equals).isPresent();
        findings.add(
                allowed
                        ? Finding.advice(text)
                        : Finding.fatal(text + "; or set " + ALLOWED + " if a tunnel does it"));
    }

    private static boolean isEncrypted(String url, String mode) {
        return ENCRYPTED.contains(mode.toLowerCase(Locale.ROOT))
                || ENCRYPTED.stream().anyMatch(it -> url.contains("sslmode=" + it));
    }

    /** Empty for what is no address, such as a socket. */
    private static Optional<String> hostOf(String url) {
        try {
            String plain = url.replaceFirst("^(jdbc|vertx-reactive):", "");
            return Optional.ofNullable(URI.create(plain).getHost());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isFar(Optional<String> host) {
        return host.map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !isPrivateName(name) && !isPrivateAddress(name))
                .isPresent();
    }

    /** One word is a machine of this network, or a service of this compose file. */
    private static boolean isPrivateName(String name) {
        return !name.contains(".") && !name.contains(":")
                || PRIVATE_ENDS.stream().anyMatch(name::endsWith);
    }

    private static boolean isPrivateAddress(String name) {
        try {
            InetAddress address = InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", ""));
            boolean unique =
                    address.getAddress().length > 4 && (address.getAddress()[0] & 0xfe) == 0xfc;
            return address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || unique;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
