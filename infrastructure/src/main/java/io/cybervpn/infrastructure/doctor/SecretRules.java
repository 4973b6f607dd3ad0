package io.cybervpn.infrastructure.doctor;

import io.cybervpn.infrastructure.shared.KeyRing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which secrets must be there, and which are none (R221, R222). Pure. */
final class SecretRules {
    private static final int SECRET_LENGTH_MIN = 32;
    private static final int PASSWORD_LENGTH_MIN = 12;
    private static final int DISTINCT_MIN = 8;
    private static final Set<String> USUAL =
            Set.of("cybervpn", "changeme", "change-me", "password", "secret", "admin", "postgres");
    private static final String MAKE_ONE = "; make one with: openssl rand -hex 32";

    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    private SecretRules(Settings settings) {
        this.settings = settings;
    }

    static List<Finding> check(Settings settings) {
        SecretRules rules = new SecretRules(settings);
        rules.tokens();
        rules.keys("cybervpn.secrets.keys", "encrypts stored secrets");
        rules.keys("cybervpn.audit.keys", "signs the audit trail");
        rules.keys("cybervpn.trials.keys", "remembers who had a trial");
        rules.passwords();
        rules.secondFactor();
        rules.webhooks();
        rules.stripe();
        rules.stars();
        rules.origins();
        return List.copyOf(rules.findings);
    }

    private void tokens() {
        List<String> secrets = settings.list("cybervpn.jwt.secrets");
        List<String> files = settings.list("cybervpn.jwt.key-files");
        boolean single = settings.get("cybervpn.jwt.secret").isPresent();
        if (!single && secrets.isEmpty() && files.isEmpty()) {
            fatal("cybervpn.jwt.secrets is not set: it signs access tokens" + MAKE_ONE);
        }
        settings.get("cybervpn.jwt.secret").ifPresent(it -> strong("cybervpn.jwt.secret", it));
        secrets.forEach(it -> strong("cybervpn.jwt.secrets", it.substring(it.indexOf(':') + 1)));
    }

    private void keys(String name, String use) {
        List<String> entries = settings.list(name);
        if (entries.isEmpty()) {
            fatal(
                    name
                            + " is not set: it "
                            + use
                            + "; set it to k1: and what openssl rand -hex 32 prints");
            return;
        }
        try {
            KeyRing.Key newest = KeyRing.of(name, entries).first();
            if (distinct(newest.secret()) < DISTINCT_MIN) {
                fatal(name + " is not random" + MAKE_ONE);
            }
        } catch (IllegalStateException malformed) {
            fatal(String.valueOf(malformed.getMessage()));
        }
    }

    private void passwords() {
        settings.get("cybervpn.admin.password")
                .filter(it -> it.length() < PASSWORD_LENGTH_MIN || isUsual(it))
                .ifPresent(
                        _ ->
                                fatal(
                                        "cybervpn.admin.password is weak: take 12 characters or more,"
                                                + " or take it away once there is an admin"));
        settings.get("cybervpn.ops.password")
                .filter(it -> it.length() < PASSWORD_LENGTH_MIN || isUsual(it))
                .ifPresent(_ -> fatal("cybervpn.ops.password is weak: take 12 characters or more"));
        settings.get("quarkus.datasource.password")
                .filter(SecretRules::isUsual)
                .ifPresent(
                        _ ->
                                fatal(
                                        "quarkus.datasource.password is the one that everybody knows:"
                                                + " change it in PostgreSQL and here"));
    }

    private void secondFactor() {
        settings.get("cybervpn.staff.second-factor")
                .filter(it -> !it.equalsIgnoreCase("required"))
                .ifPresent(
                        _ ->
                                fatal(
                                        "cybervpn.staff.second-factor is not required: whoever learns"
                                                + " a password of staff would run the shop"));
        settings.get("cybervpn.admin.totp-secret")
                .filter(it -> !it.matches("(?i)[A-Z2-7]{26,}") || isMonotonous(it))
                .ifPresent(
                        _ ->
                                fatal(
                                        "cybervpn.admin.totp-secret is no random Base32 of 128 bits or"
                                                + " more; make one with: openssl rand 20 | base32"));
    }

    private void webhooks() {
        boolean panel = settings.get("cybervpn.panel.url").isPresent();
        settings.get("cybervpn.panel.webhook-secret")
                .ifPresentOrElse(
                        it -> strong("cybervpn.panel.webhook-secret", it),
                        () -> webhooksAreOff(panel));
        if (panel && settings.get("cybervpn.panel.token").isEmpty()) {
            findings.add(
                    Finding.failure(
                            "cybervpn.panel.token is not set: make an API token in the panel"));
        }
        settings.get("cybervpn.cryptobot.token")
                .filter(it -> !it.matches("\\d+:\\S{20,}"))
                .ifPresent(
                        _ ->
                                findings.add(
                                        Finding.failure(
                                                "cybervpn.cryptobot.token is not of the shape"
                                                        + " <number>:<secret>: copy it from the bot")));
    }

    private void stars() {
        settings.get("cybervpn.stars.webhook-secret")
                .filter(it -> !it.matches("[A-Za-z0-9_-]{32,256}"))
                .ifPresent(
                        _ ->
                                findings.add(
                                        Finding.failure(
                                                "cybervpn.stars.webhook-secret is not of 32 to 256"
                                                        + " letters, digits, _ and -: stars are off"
                                                        + MAKE_ONE)));
    }

    private void stripe() {
        Optional<String> key = settings.get("cybervpn.stripe.secret-key");
        key.filter(it -> !it.matches("(sk|rk)_(test|live)_\\S{10,}"))
                .ifPresent(
                        _ ->
                                findings.add(
                                        Finding.failure(
                                                "cybervpn.stripe.secret-key is not of the shape"
                                                        + " sk_live_…: copy it from the dashboard")));
        if (key.isPresent() && settings.get("cybervpn.stripe.webhook-secret").isEmpty()) {
            findings.add(
                    Finding.failure(
                            "cybervpn.stripe.webhook-secret is not set: Stripe's events are not"
                                    + " believed, and payments wait for the next look"));
        }
    }

    private void webhooksAreOff(boolean panel) {
        if (panel) {
            findings.add(
                    Finding.failure(
                            "cybervpn.panel.webhook-secret is not set: the panel cannot tell what"
                                    + " happens; set it here and in the panel"
                                    + MAKE_ONE));
        }
    }

    private void origins() {
        for (String name : List.of("cybervpn.web.origins", "quarkus.http.cors.origins")) {
            if (settings.list(name).stream()
                    .anyMatch(it -> it.contains("*") || it.startsWith("/"))) {
                fatal(name + " is open to everybody: name each origin in full");
            }
        }
        settings.get("cybervpn.public-url")
                .filter(
                        it ->
                                it.startsWith("http://")
                                        && !it.matches("http://(localhost|127\\.).*"))
                .ifPresent(
                        _ ->
                                findings.add(
                                        Finding.advice(
                                                "cybervpn.public-url is not https: browsers and"
                                                        + " providers want it to be")));
    }

    private void strong(String name, String secret) {
        if (secret.length() < SECRET_LENGTH_MIN) {
            fatal(name + " is shorter than 32 characters" + MAKE_ONE);
        } else if (isMonotonous(secret)) {
            fatal(name + " is not random" + MAKE_ONE);
        }
    }

    private void fatal(String text) {
        findings.add(Finding.fatal(text));
    }

    private static boolean isMonotonous(String secret) {
        return secret.chars().distinct().count() < DISTINCT_MIN;
    }

    private static boolean isUsual(String secret) {
        return USUAL.contains(secret.toLowerCase(Locale.ROOT));
    }

    private static long distinct(byte[] secret) {
        return IntStream.range(0, secret.length).map(i -> secret[i]).distinct().count();
    }
}
