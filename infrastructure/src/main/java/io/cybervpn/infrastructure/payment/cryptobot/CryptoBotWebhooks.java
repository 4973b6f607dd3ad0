package io.cybervpn.infrastructure.payment.cryptobot;

import io.cybervpn.application.shared.WebhookSource;
import io.cybervpn.infrastructure.payment.FormerSecrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Judges pushes of Crypto Pay: the header is the hex HMAC-SHA-256 of the raw body, keyed with the
 * raw SHA-256 of the app's token. Pushes carry no delivery id, so the same bytes are the same push.
 */
@Singleton
final class CryptoBotWebhooks implements WebhookSource {
    private static final String SIGNATURE = "crypto-pay-api-signature";
    private static final String HMAC = "HmacSHA256";

    private final CryptoBotSettings settings;
    private final FormerSecrets formers;

    @Inject
    CryptoBotWebhooks(CryptoBotSettings settings, FormerSecrets formers) {
        this.settings = settings;
        this.formers = formers;
    }

    @Override
    public String source() {
        return CryptoBotGateway.PROVIDER;
    }

    @Override
    public Verdict verify(RawPush push) {
        return Verdict.by(
                settings.token().filter(token -> !token.isBlank()),
                () -> formers.former(source(), LiveCryptoBotSettings.TOKEN),
                token -> judge(token, push));
    }

    private static Verdict judge(String token, RawPush push) {
        Optional<byte[]> given = push.header(SIGNATURE).flatMap(CryptoBotWebhooks::bytes);
        if (given.isEmpty()) {
            return new Verdict.Refused("no signature");
        }
        byte[] expected = hmac(sha256(token.getBytes(StandardCharsets.UTF_8)), push.body());
        return MessageDigest.isEqual(expected, given.get())
                ? new Verdict.Genuine(HexFormat.of().formatHex(sha256(push.body())))
                : new Verdict.Refused("the signature does not fit the body");
    }

    private static Optional<byte[]> bytes(String hex) {
        try {
            return Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
