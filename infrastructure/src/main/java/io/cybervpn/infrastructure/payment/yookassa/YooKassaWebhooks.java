package io.cybervpn.infrastructure.payment.yookassa;

import io.cybervpn.application.shared.WebhookSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Judges pushes of YooKassa, which are not signed: they come from its networks, and even then they
 * are only a hint. The address is the one that our own proxies vouch for.
 */
@Singleton
final class YooKassaWebhooks implements WebhookSource {
    private final YooKassaSettings settings;

    @Inject
    YooKassaWebhooks(YooKassaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String source() {
        return YooKassaGateway.PROVIDER;
    }

    @Override
    public Verdict verify(RawPush push) {
        if (settings.credentials().isEmpty()) {
            return new Verdict.NotConfigured();
        }
        return push.sender().flatMap(Network::address).stream()
                        .anyMatch(
                                from ->
                                        settings.networks().stream()
                                                .map(Network::parse)
                                                .anyMatch(one -> one.holds(from)))
                ? new Verdict.Genuine(HexFormat.of().formatHex(sha256(push.body())))
                : new Verdict.Refused("not an address of YooKassa");
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
