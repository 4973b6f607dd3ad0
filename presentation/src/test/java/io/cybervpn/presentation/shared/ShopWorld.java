package io.cybervpn.presentation.shared;

import io.cybervpn.dev.EmbeddedPostgres;
import io.cybervpn.dev.EmbeddedRedis;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.cybervpn.sandbox.oidc.OidcIssuer;
import io.cybervpn.sandbox.revenuecat.RevenueCat;
import io.cybervpn.sandbox.stripe.Stripe;
import io.cybervpn.sandbox.tbank.TBank;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The world of every test in this module: one PostgreSQL, one Redis, one sandbox (a 3.x panel and
 * Crypto Pay, whose webhooks reach the application), one application instance. Tests do not assume
 * that it is empty.
 */
@QuarkusTestResource(ShopWorld.class)
public final class ShopWorld implements QuarkusTestResourceLifecycleManager {
    public static final String ADMIN_EMAIL = "admin@shop.test";
    public static final String ADMIN_PASSWORD = "a-long-password-of-a-test-admin";
    public static final String BOT_TOKEN = "123456789:TEST-vector-token-not-a-real-bot-00";

    /** The shop knows it and seals nothing under it any more. */
    public static final String OLD_SECRETS_KEY = "t0:" + "0e".repeat(32);

    public static final String CRYPTO_PAY_TOKEN = SandboxSettings.CRYPTO_PAY_TOKEN;
    public static final String PANEL_WEBHOOK_SECRET = SandboxSettings.PANEL_WEBHOOK_SECRET;

    private static SandboxWorld sandbox;

    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    /** The outside world, to look into and to put faults into; put it back as it was. */
    public static SandboxWorld sandbox() {
        return Objects.requireNonNull(sandbox, "the test world is not running");
    }

    /**
     * REST Assured runs on Groovy, two of whose classes initialise each other: threads that meet
     * there first wait for each other for ever. One thread goes ahead.
     */
    private static void loadGroovyInOneThread() {
        try {
            ClassLoader loader = RestAssured.class.getClassLoader();
            Class.forName("org.codehaus.groovy.runtime.FormatHelper", true, loader);
            Class.forName(
                    "org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation",
                    true,
                    loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        loadGroovyInOneThread();
        Path data = freshFolder();
        postgres =
                EmbeddedPostgres.start(
                                data.resolve("postgres"), EmbeddedPostgres.Settings.throwaway())
                        .stoppingWithJvm();
        redis = EmbeddedRedis.start(data.resolve("redis")).stoppingWithJvm();
        int port = freePort();
        String webhooks = "http://127.0.0.1:" + port + "/api/v1/webhooks/";
        sandbox =
                SandboxWorld.start(
                        SandboxSettings.free()
                                .withPanelWebhooks(webhooks + "remnawave")
                                .withCryptoPayWebhooks(webhooks + "cryptobot"),
                        SandboxTempo.quick());
        sandbox.stripe().webhooks().target(webhooks + "stripe");
        sandbox.yooKassa().webhooks().target(webhooks + "yookassa");
        sandbox.tBank().webhooks().target(webhooks + "tbank");
        sandbox.revenueCat().webhooks().target(webhooks + "revenuecat");
        sandbox.telegram().setWebhook(webhooks + "telegram", TelegramBot.WEBHOOK_SECRET);
        return settings(port);
    }

    @Override
    public void stop() {
        sandbox.close();
        redis.close();
        postgres.close();
    }

    private Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.username", postgres.username());
        settings.put("quarkus.datasource.password", postgres.password());
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl());
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        settings.put("quarkus.redis.hosts", redis.url());
        settings.put("quarkus.http.test-port", String.valueOf(port));
        settings.put("quarkus.http.test-host", "127.0.0.1");
        settings.put("cybervpn.public-url", "http://127.0.0.1:" + port);
        settings.put("cybervpn.jwt.secret", "a-secret-of-the-tests-0123456789-0123456789");
        settings.put("cybervpn.secrets.keys", "t1:" + "5e".repeat(32) + "," + OLD_SECRETS_KEY);
        settings.put("cybervpn.audit.keys", "t1:" + "a5".repeat(32));
        settings.put("cybervpn.trials.keys", "t1:" + "c3".repeat(32));
        settings.put("cybervpn.money.four-eyes", "above");
        settings.put(
                "cybervpn.money.four-eyes-above",
                "RUB:50000.00,USD:500.00,EUR:500.00,USDT:500,TON:500,BTC:1,XTR:50000");
        settings.put("cybervpn.admin.email", ADMIN_EMAIL);
        settings.put("cybervpn.admin.password", ADMIN_PASSWORD);
        settings.put("cybervpn.telegram.bot-token", BOT_TOKEN);
        settings.put("cybervpn.telegram.bot-name", "cybervpn_test_bot");
        identityProviders(settings);
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", String.valueOf(sandbox.mails().port()));
        settings.put("cybervpn.cryptobot.url", sandbox.cryptoPayUrl().toString());
        settings.put("cybervpn.cryptobot.token", CRYPTO_PAY_TOKEN);
        settings.put("cybervpn.stripe.url", sandbox.stripe().url().toString());
        settings.put("cybervpn.stripe.secret-key", Stripe.SECRET_KEY);
        settings.put("cybervpn.stripe.webhook-secret", Stripe.WEBHOOK_SECRET);
        cards(settings);
        settings.put("cybervpn.panel.url", sandbox.panelUrl().toString());
        settings.put("cybervpn.panel.token", SandboxSettings.PANEL_TOKEN);
        settings.put("cybervpn.panel.webhook-secret", PANEL_WEBHOOK_SECRET);
        return settings;
    }

    private static void cards(Map<String, String> settings) {
        settings.put("cybervpn.stars.url", sandbox.telegram().url().toString());
        settings.put("cybervpn.stars.webhook-secret", TelegramBot.WEBHOOK_SECRET);
        settings.put("cybervpn.stars.subscriptions", "true");
        settings.put("cybervpn.yookassa.url", sandbox.yooKassa().url().toString());
        settings.put("cybervpn.yookassa.shop-id", YooKassa.SHOP_ID);
        settings.put("cybervpn.yookassa.secret-key", YooKassa.SECRET_KEY);
        settings.put("cybervpn.revenuecat.url", sandbox.revenueCat().url().toString());
        settings.put("cybervpn.revenuecat.api-key", RevenueCat.API_KEY);
        settings.put("cybervpn.revenuecat.webhook-authorization", RevenueCat.AUTHORIZATION);
        settings.put("cybervpn.revenuecat.webhook-secret", RevenueCat.WEBHOOK_SECRET);
        settings.put("cybervpn.nalog.url", sandbox.nalog().url().toString());
        settings.put("cybervpn.tbank.url", sandbox.tBank().url().toString());
        settings.put("cybervpn.tbank.terminal-key", TBank.TERMINAL);
        settings.put("cybervpn.tbank.password", TBank.PASSWORD);
        settings.put("cybervpn.manual.recipient", "CyberVPN Ltd");
        settings.put("cybervpn.manual.account", "DE02 1203 0000 0000 2020 51");
        settings.put("cybervpn.manual.currencies", "RUB,EUR");
    }

    private static void identityProviders(Map<String, String> settings) {
        String url = sandbox.issuer().url().toString();
        settings.put("cybervpn.web.redirect-uris", "cybervpn://oauth");
        for (String name : List.of("sandbox", "telegram")) {
            settings.put("cybervpn.oidc." + name + ".issuer", url);
            settings.put("cybervpn.oidc." + name + ".client-id", OidcIssuer.CLIENT_ID);
            settings.put("cybervpn.oidc." + name + ".client-secret", OidcIssuer.CLIENT_SECRET);
        }
        settings.put("cybervpn.oidc.sandbox.label", "Sandbox");
        settings.put("cybervpn.oidc.apple.issuer", url + OidcIssuer.APPLE_PATH);
        settings.put("cybervpn.oidc.apple.client-id", OidcIssuer.APPLE_CLIENT_ID);
        settings.put("cybervpn.oidc.apple.team-id", OidcIssuer.APPLE_TEAM);
        settings.put("cybervpn.oidc.apple.key-id", OidcIssuer.APPLE_KEY);
        settings.put("cybervpn.oidc.apple.private-key", sandbox.issuer().appleKeyPem());
        settings.put("cybervpn.oidc.apple.form-post", "true");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "world").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
