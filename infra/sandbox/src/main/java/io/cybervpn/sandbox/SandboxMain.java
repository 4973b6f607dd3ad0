package io.cybervpn.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the sandbox alone, until it is told to stop. Each setting is a system property such as
 * {@code sandbox.panel-port} or an environment variable such as {@code SANDBOX_PANEL_PORT}.
 */
public final class SandboxMain {

    private SandboxMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        SandboxWorld world = SandboxWorld.start(settings());
        System.out.println("panel       " + world.panelUrl() + "/_sandbox");
        System.out.println("Crypto Pay  " + world.cryptoPayUrl() + "/_sandbox");
        System.out.println("YooKassa    " + world.yooKassa().url() + "/_sandbox");
        System.out.println("T-Bank      " + world.tBank().url() + "/_sandbox");
        System.out.println("OpenID      " + world.issuer().url() + "/_sandbox");
        System.out.println("Stripe      " + world.stripe().url() + "/_sandbox");
        System.out.println("Telegram    " + world.telegram().url() + "/_sandbox");
        System.out.println("Moy Nalog   " + world.nalog().url() + "/_sandbox");
        System.out.println(
                "3x-ui       " + world.xui().url() + ", links at " + world.xui().subscriptionUrl());
        System.out.println("Proxmox VE  " + world.proxmox().url() + "/_sandbox");
        System.out.println("Pterodactyl " + world.pterodactyl().url() + "/_sandbox");
        System.out.println("RevenueCat  " + world.revenueCat().url() + "/_sandbox");
        Runtime.getRuntime().addShutdownHook(new Thread(world::close, "sandbox-stop"));
        new CountDownLatch(1).await();
    }

    private static SandboxSettings settings() {
        SandboxSettings usual = SandboxSettings.free();
        return new SandboxSettings(
                Integer.parseInt(setting("panel-port", "3010")),
                Integer.parseInt(setting("crypto-pay-port", "3011")),
                setting("panel-version", usual.panelVersion()),
                setting("panel-token", usual.panelToken()),
                setting("panel-webhook-url", ""),
                setting("panel-webhook-secret", usual.panelWebhookSecret()),
                setting("crypto-pay-token", usual.cryptoPayToken()),
                setting("crypto-pay-webhook-url", ""));
    }

    private static String setting(String name, String usual) {
        String variable = "SANDBOX_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty("sandbox." + name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .orElse(usual);
    }
}
