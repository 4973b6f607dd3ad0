package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.ApplyPanelNotice;
import io.cybervpn.application.shared.WebhookSource;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.infrastructure.provisioning.PanelLinks;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pushes of panels: HMAC-SHA256 of the raw body in lower-case hex. Their age is judged by the time
 * in the body, since the one in the header is not signed; the panel repeats a push three times
 * within 15 s, unchanged, and gives it no id. What nobody may keep is taken out before it is
 * stored.
 */
@Singleton
class RemnawaveWebhookSource implements WebhookSource {
    private static final String SIGNATURE = "X-Remnawave-Signature";
    static final int SECRET_LENGTH_MIN = 32;
    private static final Duration AGE_MAX = Duration.ofMinutes(10);
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private final Supplier<List<String>> keys;
    private final ObjectMapper json;
    private final PushSecrets secrets;
    private final Clock clock;

    @Inject
    RemnawaveWebhookSource(PanelLinks panels, ObjectMapper json, Clock clock) {
        this(
                () -> panels.secrets(PanelKind.REMNAWAVE, RemnawaveModules.WEBHOOK_SECRET),
                json,
                clock);
    }

    /** One that believes each of these secrets. */
    RemnawaveWebhookSource(Supplier<List<String>> keys, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.secrets = new PushSecrets(json);
        this.clock = clock;
    }

    @Override
    public String source() {
        return ApplyPanelNotice.SOURCE;
    }

    @Override
    public Verdict verify(RawPush push) {
        List<String> strong =
                keys.get().stream().filter(key -> key.length() >= SECRET_LENGTH_MIN).toList();
        return strong.isEmpty() ? new Verdict.NotConfigured() : judge(strong, push);
    }

    @Override
    public String kept(RawPush push) {
        return secrets.without(push.body());
    }

    /** Each panel signs with its own; none says which it is. */
    private Verdict judge(List<String> strong, RawPush push) {
        String signature = push.header(SIGNATURE).orElse("");
        if (strong.stream().noneMatch(key -> same(hmac(key, push.body()), signature))) {
            return new Verdict.Refused("the signature is missing or wrong");
        }
        return sentAt(push.body())
                .map(sent -> judgeAge(sent, push.body()))
                .orElseGet(() -> new Verdict.Refused("the body says no time"));
    }

    private Verdict judgeAge(Instant sent, byte[] body) {
        Instant now = clock.instant();
        if (sent.isBefore(now.minus(AGE_MAX)) || sent.isAfter(now.plus(AHEAD_MAX))) {
            return new Verdict.Refused("the push is of another time");
        }
        return new Verdict.Genuine(sha256(secrets.withoutPasswords(body)));
    }

    private Optional<Instant> sentAt(byte[] body) {
        try {
            JsonNode push = json.readTree(body);
            return Optional.of(Instant.parse(push.path("timestamp").asText("")));
        } catch (IOException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
