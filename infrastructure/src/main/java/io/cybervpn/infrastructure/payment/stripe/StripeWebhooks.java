package io.cybervpn.infrastructure.payment.stripe;

import io.cybervpn.application.shared.WebhookSource;
import io.cybervpn.infrastructure.payment.FormerSecrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Judges pushes of Stripe: the header says {@code t=<second>,v1=<hex>[,v1=<hex>]}, the hex being
 * HMAC-SHA-256 of {@code t.<raw body>} keyed with the secret as it is written. Any {@code v1} may
 * fit, while a secret is being changed; {@code v0} is none. Neither the past nor the future counts
 * beyond five minutes.
 */
@Singleton
final class StripeWebhooks implements WebhookSource {
    private static final String SIGNATURE = "Stripe-Signature";
    private static final String HMAC = "HmacSHA256";
    private static final long TOLERANCE_SECONDS = 300;

    /** More would be no change of a secret but somebody who makes us work. */
    private static final int SIGNATURES_MAX = 10;

    private final StripeSettings settings;
    private final FormerSecrets formers;
    private final Clock clock;

    @Inject
    StripeWebhooks(StripeSettings settings, FormerSecrets formers, Clock clock) {
        this.settings = settings;
        this.formers = formers;
        this.clock = clock;
    }

    @Override
    public String source() {
        return StripeGateway.PROVIDER;
    }

    @Override
    public Verdict verify(RawPush push) {
        return Verdict.by(
                settings.webhookSecret().filter(secret -> !secret.isBlank()),
                () -> formers.former(source(), LiveStripeSettings.WEBHOOK_SECRET),
                secret -> judge(secret, push));
    }

    private Verdict judge(String secret, RawPush push) {
        List<String> parts = Arrays.asList(push.header(SIGNATURE).orElse("").split(",", -1));
        Optional<Long> second = values(parts, "t").stream().findFirst().flatMap(this::second);
        List<String> signatures = values(parts, "v1");
        if (second.isEmpty() || signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            return new Verdict.Refused("no signature");
        }
        byte[] expected = hmac(secret, second.get(), push.body());
        boolean fits = signatures.stream().anyMatch(given -> fits(expected, given));
        if (!fits) {
            return new Verdict.Refused("the signature does not fit the body");
        }
        return isNow(second.get())
                ? new Verdict.Genuine(HexFormat.of().formatHex(sha256(push.body())))
                : new Verdict.Refused("the signature is not of now");
    }

    private static List<String> values(List<String> parts, String name) {
        return parts.stream()
                .map(String::strip)
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .toList();
    }

    private Optional<Long> second(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private boolean isNow(long second) {
        return Math.abs(clock.instant().getEpochSecond() - second) <= TOLERANCE_SECONDS;
    }

    private static boolean fits(byte[] expected, String given) {
        try {
            return MessageDigest.isEqual(expected, HexFormat.of().parseHex(given));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] hmac(String secret, long second, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((second + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
