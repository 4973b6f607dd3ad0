package io.cybervpn.infrastructure.payment.stars;

import io.cybervpn.application.shared.WebhookSource;
import io.cybervpn.infrastructure.payment.FormerSecrets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Judges pushes of Telegram by the secret that the webhook was set with; the body carries no
 * signature. A question before the money is answered in the response.
 */
@Singleton
final class TelegramWebhooks implements WebhookSource {
    static final String SOURCE = "telegram";

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final StarsSettings settings;
    private final FormerSecrets formers;
    private final PreCheckouts preCheckouts;

    @Inject
    TelegramWebhooks(StarsSettings settings, FormerSecrets formers, PreCheckouts preCheckouts) {
        this.settings = settings;
        this.formers = formers;
        this.preCheckouts = preCheckouts;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Verdict verify(RawPush push) {
        return Verdict.by(
                settings.secret(),
                () -> formers.former(StarsGateway.PROVIDER, LiveStarsSettings.WEBHOOK_SECRET),
                secret -> judge(secret, push));
    }

    @Override
    public Optional<Uni<String>> answer(RawPush push) {
        return preCheckouts.answer(push.body());
    }

    /** Digests are compared, so that not even a length is told. */
    private static Verdict judge(String secret, RawPush push) {
        byte[] given = push.header(SECRET).orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] expected = secret.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sha256(expected), sha256(given))
                ? new Verdict.Genuine(HexFormat.of().formatHex(sha256(push.body())))
                : new Verdict.Refused("not the secret of the webhook");
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
