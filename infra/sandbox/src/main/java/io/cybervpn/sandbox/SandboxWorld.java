package io.cybervpn.sandbox;

import io.cybervpn.sandbox.cryptopay.CryptoPay;
import io.cybervpn.sandbox.nalog.Nalog;
import io.cybervpn.sandbox.oidc.OidcIssuer;
import io.cybervpn.sandbox.panel.RemnawavePanel;
import io.cybervpn.sandbox.proxmox.Proxmox;
import io.cybervpn.sandbox.pterodactyl.Pterodactyl;
import io.cybervpn.sandbox.revenuecat.RevenueCat;
import io.cybervpn.sandbox.smtp.SmtpSink;
import io.cybervpn.sandbox.stripe.Stripe;
import io.cybervpn.sandbox.tbank.TBank;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.cybervpn.sandbox.xui.Xui;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running outside world. Everything it knows is gone once it is closed. */
public final class SandboxWorld implements AutoCloseable {

    private final Vertx vertx;
    private final RemnawavePanel panel;
    private final CryptoPay cryptoPay;
    private final YooKassa yooKassa;
    private final TBank tBank;
    private final SmtpSink mails;
    private final OidcIssuer issuer;
    private final Stripe stripe;
    private final TelegramBot telegram;
    private final RevenueCat revenueCat;
    private final Nalog nalog;
    private final Xui xui;
    private final Xui oldXui;
    private final Pterodactyl pterodactyl;
    private final Proxmox proxmox;

    private SandboxWorld(Vertx vertx, SandboxSettings settings, SandboxTempo tempo) {
        this.vertx = vertx;
        this.panel = new RemnawavePanel(vertx, settings, tempo);
        this.cryptoPay = new CryptoPay(vertx, settings, tempo);
        this.yooKassa = new YooKassa(vertx, 0, tempo.cryptoPayRetries());
        this.tBank = new TBank(vertx, 0, tempo.cryptoPayRetries());
        this.mails = new SmtpSink(vertx, 0);
        this.issuer = new OidcIssuer(vertx, 0);
        this.stripe = new Stripe(vertx, 0, tempo.cryptoPayRetries());
        this.telegram = new TelegramBot(vertx, 0, tempo.cryptoPayRetries());
        this.revenueCat = new RevenueCat(vertx, 0, tempo.revenueCatMinute());
        this.nalog = new Nalog(vertx, 0);
        this.xui = new Xui(vertx, 0, Xui.NEW);
        this.oldXui = new Xui(vertx, 0, Xui.OLD_WITH_TOKENS);
        this.pterodactyl = new Pterodactyl(vertx, 0);
        this.proxmox = new Proxmox(vertx, 0);
    }

    /** Starts all servers at the tempo of life; throws IllegalStateException if a port is taken. */
    public static SandboxWorld start(SandboxSettings settings) {
        return start(settings, SandboxTempo.real());
    }

    /** Starts all servers; throws IllegalStateException if a port is taken. */
    public static SandboxWorld start(SandboxSettings settings, SandboxTempo tempo) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        try {
            return new SandboxWorld(vertx, settings, tempo);
        } catch (IllegalStateException e) {
            close(vertx);
            throw e;
        }
    }

    /** The panel's base URL. */
    public URI panelUrl() {
        return panel.url();
    }

    /** Crypto Pay's base URL: its methods are under /api. */
    public URI cryptoPayUrl() {
        return cryptoPay.url();
    }

    /** The panel, to look into and to steer. */
    public RemnawavePanel panel() {
        return panel;
    }

    /** Crypto Pay, to look into and to steer. */
    public CryptoPay cryptoPay() {
        return cryptoPay;
    }

    /** YooKassa on a free port, to look into and to steer. */
    public YooKassa yooKassa() {
        return yooKassa;
    }

    /** T-Bank on a free port, to look into and to steer. */
    public TBank tBank() {
        return tBank;
    }

    /** The mail server on a free port, to look into and to steer. */
    public SmtpSink mails() {
        return mails;
    }

    /** The identity provider on a free port, to look into and to steer. */
    public OidcIssuer issuer() {
        return issuer;
    }

    /** Stripe on a free port, to look into and to steer. */
    public Stripe stripe() {
        return stripe;
    }

    /** Telegram on a free port, to look into and to steer. */
    public TelegramBot telegram() {
        return telegram;
    }

    /** RevenueCat on a free port, to look into and to steer. */
    public RevenueCat revenueCat() {
        return revenueCat;
    }

    /** The tax office's service on a free port, to look into and to steer. */
    public Nalog nalog() {
        return nalog;
    }

    /** A 3x-ui panel of the newer family on a free port, to look into and to steer. */
    public Xui xui() {
        return xui;
    }

    /** One of the older family. */
    public Xui oldXui() {
        return oldXui;
    }

    /** A cluster of Proxmox VE on a free port, to look into and to steer. */
    public Proxmox proxmox() {
        return proxmox;
    }

    /** A panel of servers on a free port, to look into and to steer. */
    public Pterodactyl pterodactyl() {
        return pterodactyl;
    }

    @Override
    public void close() {
        pterodactyl.close();
        proxmox.close();
        oldXui.close();
        xui.close();
        nalog.close();
        revenueCat.close();
        telegram.close();
        stripe.close();
        issuer.close();
        mails.close();
        panel.close();
        cryptoPay.close();
        yooKassa.close();
        tBank.close();
        close(vertx);
    }

    private static void close(Vertx vertx) {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the sandbox does not stop", e);
        }
    }
}
