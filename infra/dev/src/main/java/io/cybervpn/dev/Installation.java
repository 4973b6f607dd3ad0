package io.cybervpn.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * One installation on a developer's machine: the folder with the data of the servers, the logs, and
 * secrets that were rolled once and that only the owner may read.
 */
final class Installation {

    static final String ADMIN_EMAIL = "admin@cybervpn.example";
    static final String DEMO_EMAIL = "demo@cybervpn.example";
    private static final int SECRET_BYTES = 32;

    /** People type it. */
    private static final int PASSWORD_BYTES = 10;

    private static final int AUTHENTICATOR_BYTES = 20;

    private final Path home;

    private Installation(Path home) {
        this.home = home;
    }

    static Installation in(Path home) {
        return new Installation(home);
    }

    /** What a running shop tells the demo. */
    record Running(String shopUrl, String panelUrl, String cryptoPayUrl) {}

    Path home() {
        return home;
    }

    Path postgres() {
        return home.resolve("postgres");
    }

    Path redis() {
        return home.resolve("redis");
    }

    Path shopLog() {
        return home.resolve("shop.log");
    }

    String jwtSecret() {
        return secret("jwt-secret");
    }

    /** A key with its id, as the shop wants it. */
    String secretsKey() {
        return "k1:" + secret("secrets-key");
    }

    /** The same for the heads of the audit trail. */
    String auditKey() {
        return "k1:" + secret("audit-key");
    }

    /** The same for who had a trial. */
    String trialKey() {
        return "k1:" + secret("trial-key");
    }

    String panelToken() {
        return secret("panel-token");
    }

    /** 64 letters and digits, as the panel wants it. */
    String panelWebhookSecret() {
        return secret("panel-webhook-secret");
    }

    /** An application number and a secret, as Crypto Pay writes its tokens. */
    String cryptoPayToken() {
        return "10001:AA" + secret("crypto-pay-token");
    }

    String adminPassword() {
        return password("admin-password");
    }

    /** The second factor of the admin. */
    Authenticator adminAuthenticator() {
        return Authenticator.ofHex(
                Secrets.keptIn(
                        home.resolve("secrets").resolve("admin-authenticator"),
                        AUTHENTICATOR_BYTES));
    }

    String demoPassword() {
        return password("demo-password");
    }

    private String password(String name) {
        return Secrets.keptIn(home.resolve("secrets").resolve(name), PASSWORD_BYTES);
    }

    private String secret(String name) {
        return Secrets.keptIn(home.resolve("secrets").resolve(name), SECRET_BYTES);
    }

    /**
     * Makes the folders and keeps them for this process until it ends, however it ends.
     *
     * @throws IllegalStateException if another launcher has the folder
     */
    FileLock occupy() {
        try {
            Files.createDirectories(home.resolve("secrets"));
            var channel =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return Optional.ofNullable(channel.tryLock())
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "CyberVPN already runs with the data in "
                                                    + home
                                                    + "; stop it, or set CYBERVPN_DATA to another folder."));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep data in " + home, e);
        }
    }

    /**
     * Ends the shop of a start that was killed: the process of the pid file, if its command line is
     * such a shop's.
     */
    boolean endLeftOverShop() {
        Path pidFile = home.resolve("shop.pid");
        var left =
                Processes.fromPidFile(pidFile, "quarkus-run.jar")
                        .or(() -> Processes.fromPidFile(pidFile, "cybervpn-runner"));
        left.ifPresent(shop -> Processes.stop(shop, "TERM", Duration.ofSeconds(20)));
        return left.isPresent();
    }

    /** Deletes the copies that earlier starts made; only the holder of the lock may. */
    void dropProgramsExcept(Path current) {
        try (var copies = Files.newDirectoryStream(home, "run.*")) {
            for (Path copy : copies) {
                if (!copy.equals(current)) {
                    Binaries.deleteTree(copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables let a command of the shell find the same database with the same keys. */
    void announce(Running running, Map<String, String> variables) {
        String text =
                "shop=%s\npanel=%s\ncryptoPay=%s\n"
                        .formatted(running.shopUrl(), running.panelUrl(), running.cryptoPayUrl());
        try {
            Secrets.write(home.resolve("running.properties"), text);
            Secrets.write(
                    home.resolve("shop.env"),
                    variables.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(home.resolve("running.properties"));
            Files.deleteIfExists(home.resolve("shop.env"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the launcher announced; empty when no shop runs here. */
    Optional<Running> running() {
        var read = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("running.properties"))) {
            read.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(
                new Running(
                        read.getProperty("shop", ""),
                        read.getProperty("panel", ""),
                        read.getProperty("cryptoPay", "")));
    }
}
