package io.cybervpn.dev;

import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxWorld;
import io.cybervpn.sandbox.revenuecat.RevenueCat;
import io.cybervpn.sandbox.stripe.Stripe;
import io.cybervpn.sandbox.tbank.TBank;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.cybervpn.sandbox.yookassa.YooKassa;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the shop needs around it, and the variables that lead the shop there. A part for which
 * the caller's environment names a real server is not started; a variable that is set there is
 * never replaced.
 */
final class World {

    private static final int PANEL_PORT_WISH = 8081;
    private static final int CRYPTO_PAY_PORT_WISH = 8082;

    /** Ours, and nothing the shop knows. */
    private static final Set<String> OF_LAUNCHER =
            Set.of(
                    "CYBERVPN_PORT",
                    "CYBERVPN_DATA",
                    "CYBERVPN_CACHE",
                    "CYBERVPN_EXECUTABLE",
                    "CYBERVPN_PROGRAMS",
                    "CYBERVPN_SANDBOX_PANEL_VERSION");

    private final Environment given;
    private final Installation installation;
    private final Parts parts;
    private final Progress progress;
    private final Map<String, String> shop = new LinkedHashMap<>();
    private Optional<SandboxWorld> sandbox = Optional.empty();

    World(Environment given, Installation installation, Parts parts, Progress progress) {
        this.given = given;
        this.installation = installation;
        this.parts = parts;
        this.progress = progress;
    }

    /** Starts what is missing; about three seconds the first time, under one later. */
    void start() {
        databases();
        redis();
        sandboxes();
        secrets();
    }

    /** The variables of the shop: those that were given, and ours where there are none. */
    Map<String, String> shopEnvironment() {
        Map<String, String> all = new LinkedHashMap<>(shop);
        given.variables().forEach((name, value) -> override(all, name, value));
        all.keySet().removeAll(OF_LAUNCHER);
        return all;
    }

    /** Those of them that we set, for whoever runs a command beside the shop. */
    Map<String, String> ownVariables() {
        Map<String, String> own = shopEnvironment();
        own.keySet().retainAll(shop.keySet());
        return own;
    }

    Optional<SandboxWorld> sandbox() {
        return sandbox;
    }

    private static void override(Map<String, String> all, String name, String value) {
        if (!value.isBlank()) {
            all.put(name, value);
        }
    }

    private void databases() {
        if (given.ownPostgres()) {
            given.reactiveUrl().ifPresent(url -> shop.put("QUARKUS_DATASOURCE_REACTIVE_URL", url));
            given.jdbcUrl().ifPresent(url -> shop.put("QUARKUS_DATASOURCE_JDBC_URL", url));
            progress.done("PostgreSQL: yours, " + given.reactiveUrl().orElse(""));
            return;
        }
        long begun = System.nanoTime();
        progress.begin("PostgreSQL starts");
        EmbeddedPostgres postgres =
                parts.start(
                        "PostgreSQL",
                        () ->
                                EmbeddedPostgres.start(
                                        installation.postgres(),
                                        EmbeddedPostgres.Settings.lasting()),
                        EmbeddedPostgres::close);
        shop.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        shop.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        shop.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl());
        shop.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl());
        progress.done(
                "PostgreSQL on port " + postgres.port() + " after " + Progress.seconds(begun));
    }

    private void redis() {
        if (given.ownRedis()) {
            progress.done("Redis: yours");
            return;
        }
        EmbeddedRedis redis =
                parts.start(
                        "Redis",
                        () -> EmbeddedRedis.start(installation.redis()),
                        EmbeddedRedis::close);
        shop.put("QUARKUS_REDIS_HOSTS", redis.url());
        progress.done("Redis on port " + redis.port());
    }

    private void sandboxes() {
        if (given.ownPanel() && given.ownCryptoPay()) {
            progress.done("Remnawave panel and Crypto Pay: yours");
            return;
        }
        SandboxWorld world =
                parts.start("Sandbox", () -> SandboxWorld.start(settings()), SandboxWorld::close);
        sandbox = Optional.of(world);
        parts.start(
                "Sandbox memory",
                () -> SandboxMemory.of(world, installation.home().resolve("sandbox.json")),
                SandboxMemory::close);
        if (!given.has("QUARKUS_MAILER_HOST")) {
            shop.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            shop.put("QUARKUS_MAILER_PORT", String.valueOf(world.mails().port()));
        }
        if (!given.ownPanel()) {
            shop.put("CYBERVPN_PANEL_URL", world.panelUrl().toString());
            shop.put("CYBERVPN_PANEL_TOKEN", installation.panelToken());
            shop.put("CYBERVPN_PANEL_WEBHOOK_SECRET", installation.panelWebhookSecret());
            progress.done("Sandbox of the Remnawave panel at " + world.panelUrl());
        }
        if (!given.ownCryptoPay()) {
            shop.put("CYBERVPN_CRYPTOBOT_URL", world.cryptoPayUrl().toString());
            shop.put("CYBERVPN_CRYPTOBOT_TOKEN", installation.cryptoPayToken());
            progress.done("Sandbox of Crypto Pay at " + world.cryptoPayUrl());
        }
        providers(world);
    }

    private void providers(SandboxWorld world) {
        if (!given.has("CYBERVPN_STRIPE_SECRET_KEY")) {
            stripe(world.stripe());
        }
        if (!given.has("CYBERVPN_REVENUECAT_API_KEY")) {
            revenueCat(world.revenueCat());
        }
        if (!given.has("CYBERVPN_YOOKASSA_SECRET_KEY")) {
            yooKassa(world.yooKassa());
        }
        if (!given.has("CYBERVPN_TBANK_PASSWORD")) {
            tBank(world.tBank());
        }
        if (!given.has("CYBERVPN_STARS_WEBHOOK_SECRET")) {
            stars(world.telegram());
        }
    }

    private void stars(TelegramBot telegram) {
        telegram.setWebhook(webhooks() + "telegram", TelegramBot.WEBHOOK_SECRET);
        shop.put("CYBERVPN_STARS_URL", telegram.url().toString());
        shop.put("CYBERVPN_STARS_BOT_TOKEN", TelegramBot.TOKEN);
        shop.put("CYBERVPN_STARS_WEBHOOK_SECRET", TelegramBot.WEBHOOK_SECRET);
        progress.done("Sandbox of Telegram at " + telegram.url());
    }

    private void stripe(Stripe stripe) {
        stripe.webhooks().target(webhooks() + "stripe");
        shop.put("CYBERVPN_STRIPE_URL", stripe.url().toString());
        shop.put("CYBERVPN_STRIPE_SECRET_KEY", Stripe.SECRET_KEY);
        shop.put("CYBERVPN_STRIPE_WEBHOOK_SECRET", Stripe.WEBHOOK_SECRET);
        progress.done("Sandbox of Stripe at " + stripe.url());
    }

    private void revenueCat(RevenueCat revenueCat) {
        revenueCat.webhooks().target(webhooks() + "revenuecat");
        shop.put("CYBERVPN_REVENUECAT_URL", revenueCat.url().toString());
        shop.put("CYBERVPN_REVENUECAT_API_KEY", RevenueCat.API_KEY);
        shop.put("CYBERVPN_REVENUECAT_WEBHOOK_AUTHORIZATION", RevenueCat.AUTHORIZATION);
        shop.put("CYBERVPN_REVENUECAT_WEBHOOK_SECRET", RevenueCat.WEBHOOK_SECRET);
        progress.done("Sandbox of RevenueCat at " + revenueCat.url());
    }

    /** It speaks as a proxy of ours does, since it has not the provider's address. */
    private void yooKassa(YooKassa yooKassa) {
        yooKassa.webhooks().target(webhooks() + "yookassa");
        shop.put("CYBERVPN_YOOKASSA_URL", yooKassa.url().toString());
        shop.put("CYBERVPN_YOOKASSA_SHOP_ID", YooKassa.SHOP_ID);
        shop.put("CYBERVPN_YOOKASSA_SECRET_KEY", YooKassa.SECRET_KEY);
        shop.put("CYBERVPN_HTTP_TRUSTED_PROXIES", "127.0.0.1");
        progress.done("Sandbox of YooKassa at " + yooKassa.url());
    }

    private void tBank(TBank bank) {
        bank.webhooks().target(webhooks() + "tbank");
        shop.put("CYBERVPN_TBANK_URL", bank.url().toString());
        shop.put("CYBERVPN_TBANK_TERMINAL_KEY", TBank.TERMINAL);
        shop.put("CYBERVPN_TBANK_PASSWORD", TBank.PASSWORD);
        progress.done("Sandbox of T-Bank at " + bank.url());
    }

    private String webhooks() {
        return "http://127.0.0.1:" + given.port() + "/api/v1/webhooks/";
    }

    private SandboxSettings settings() {
        String webhooks = webhooks();
        return new SandboxSettings(
                Ports.freeOr(PANEL_PORT_WISH),
                Ports.freeOr(CRYPTO_PAY_PORT_WISH),
                given.get("CYBERVPN_SANDBOX_PANEL_VERSION").orElse(SandboxSettings.PANEL_3),
                installation.panelToken(),
                webhooks + "remnawave",
                installation.panelWebhookSecret(),
                installation.cryptoPayToken(),
                webhooks + "cryptobot");
    }

    private void secrets() {
        shop.put("CYBERVPN_PUBLIC_URL", "http://localhost:" + given.port());
        shop.put("CYBERVPN_JWT_SECRET", installation.jwtSecret());
        shop.put("CYBERVPN_SECRETS_KEYS", installation.secretsKey());
        shop.put("CYBERVPN_AUDIT_KEYS", installation.auditKey());
        shop.put("CYBERVPN_TRIALS_KEYS", installation.trialKey());
        shop.put("CYBERVPN_ADMIN_EMAIL", Installation.ADMIN_EMAIL);
        shop.put("CYBERVPN_ADMIN_PASSWORD", installation.adminPassword());
        shop.put("CYBERVPN_ADMIN_TOTP_SECRET", installation.adminAuthenticator().text());
        shop.put("CYBERVPN_DEMO_EMAIL", Installation.DEMO_EMAIL);
        shop.put("CYBERVPN_DEMO_PASSWORD", installation.demoPassword());
        // Accounts with passwords that stand on a screen are not for the neighbours.
        shop.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        shop.put("CYBERVPN_LOG_JSON", "false");
    }
}
