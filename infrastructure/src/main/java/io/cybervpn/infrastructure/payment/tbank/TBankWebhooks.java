package io.cybervpn.infrastructure.payment.tbank;

import io.cybervpn.application.shared.WebhookSource;
import io.cybervpn.infrastructure.payment.FormerSecrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges pushes of T-Bank by the token in their body and by the terminal they are about. */
@Singleton
final class TBankWebhooks implements WebhookSource {
    private final TBankSettings settings;
    private final FormerSecrets formers;

    @Inject
    TBankWebhooks(TBankSettings settings, FormerSecrets formers) {
        this.settings = settings;
        this.formers = formers;
    }

    @Override
    public String source() {
        return TBankGateway.PROVIDER;
    }

    @Override
    public Verdict verify(RawPush push) {
        Optional<TBankSettings.Credentials> credentials = settings.credentials();
        return Verdict.by(
                credentials.map(TBankSettings.Credentials::password),
                () -> formers.former(source(), LiveTBankSettings.PASSWORD),
                password -> judge(credentials.orElseThrow().with(password), push.body()));
    }

    private static Verdict judge(TBankSettings.Credentials credentials, byte[] body) {
        Optional<Map<String, String>> values = TBankToken.scalars(body);
        if (values.filter(sent -> !sent.containsKey(TBankToken.PASSWORD)).isEmpty()) {
            return new Verdict.Refused("no JSON object of theirs");
        }
        String given = values.get().getOrDefault(TBankToken.FIELD, "").toLowerCase(Locale.ROOT);
        String expected = TBankToken.of(values.get(), credentials.password());
        if (!MessageDigest.isEqual(bytes(expected), bytes(given))) {
            return new Verdict.Refused("the token does not fit the values");
        }
        return credentials.terminal().equals(values.get().get("TerminalKey"))
                ? new Verdict.Genuine(digest(body))
                : new Verdict.Refused("another terminal");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
