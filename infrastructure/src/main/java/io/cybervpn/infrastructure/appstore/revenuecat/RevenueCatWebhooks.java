package io.cybervpn.infrastructure.appstore.revenuecat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.shared.WebhookSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
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
 * Judges pushes of RevenueCat: the header {@code Authorization} is the one of the dashboard, to the
 * letter; where a secret for signatures is set, {@code t=<second>,v1=<hex>} must fit too, the hex
 * being HMAC-SHA-256 of {@code t.<raw body>}. A repetition has the same event id.
 */
@Singleton
final class RevenueCatWebhooks implements WebhookSource {
    private static final String SIGNATURE = "X-RevenueCat-Webhook-Signature";
    private static final String HMAC = "HmacSHA256";
    private static final long TOLERANCE_SECONDS = 300;
    private static final int ID_LENGTH_MAX = 100;

    private final RevenueCatSettings settings;
    private final ObjectMapper mapper;
    private final Clock clock;

    @Inject
    RevenueCatWebhooks(RevenueCatSettings settings, ObjectMapper mapper, Clock clock) {
        this.settings = settings;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String source() {
        return RevenueCatNotices.SOURCE;
    }

    @Override
    public Verdict verify(RawPush push) {
        if (!settings.configured()) {
            return new Verdict.NotConfigured();
        }
        if (!isOurs(push.header("Authorization").orElse(""))) {
            return new Verdict.Refused("not the agreed authorization");
        }
        boolean signed =
                RevenueCatSettings.filled(settings.webhookSecret())
                        .map(secret -> isSigned(secret, push))
                        .orElse(true);
        return signed
                ? new Verdict.Genuine(dedupeKey(push.body()))
                : new Verdict.Refused("the signature does not fit the body, or is not of now");
    }

    /** Digests are compared, so that not even the length is given away. */
    private boolean isOurs(String given) {
        return MessageDigest.isEqual(
                sha256(given.getBytes(StandardCharsets.UTF_8)),
                sha256(
                        settings.webhookAuthorization()
                                .orElseThrow()
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isSigned(String secret, RawPush push) {
        List<String> parts = Arrays.asList(push.header(SIGNATURE).orElse("").split(",", 4));
        Optional<Long> second =
                value(parts, "t").filter(text -> text.matches("\\d{1,12}")).map(Long::parseLong);
        Optional<byte[]> given =
                value(parts, "v1")
                        .filter(text -> text.matches("[0-9a-f]{64}"))
                        .map(HexFormat.of()::parseHex);
        if (second.isEmpty() || given.isEmpty()) {
            return false;
        }
        boolean fits = MessageDigest.isEqual(hmac(secret, second.get(), push.body()), given.get());
        return fits
                && Math.abs(clock.instant().getEpochSecond() - second.get()) <= TOLERANCE_SECONDS;
    }

    private static Optional<String> value(List<String> parts, String name) {
        return parts.stream()
                .map(String::strip)
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst();
    }

    /** The event's id; of what has none, the digest. */
    private String dedupeKey(byte[] body) {
        try {
            String id = mapper.readTree(body).path("event").path("id").asText("");
            return id.isBlank() || id.length() > ID_LENGTH_MAX
                    ? HexFormat.of().formatHex(sha256(body))
                    : id;
        } catch (IOException _) {
            return HexFormat.of().formatHex(sha256(body));
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
