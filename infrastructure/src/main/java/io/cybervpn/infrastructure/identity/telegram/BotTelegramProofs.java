package io.cybervpn.infrastructure.identity.telegram;

import io.cybervpn.application.identity.port.TelegramProofs;
import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.domain.identity.model.ProofAge;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proofs for the shop's own bot. With the bot's token start data is checked by its keyed hash; data
 * that carries Telegram's own signature instead, or a shop that knows only the id of its bot, is
 * checked by that. The widget has a keyed hash and nothing else.
 */
@Singleton
final class BotTelegramProofs implements TelegramProofs {
    private static final String PRODUCTION_KEY =
            "e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d";
    private static final String TEST_KEY =
            "40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec";
    private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,15}):\\S{10,}");

    private final Optional<Keys> hashes;
    private final Optional<Long> botId;
    private final PublicKey telegram;
    private final Duration life;

    @Inject
    BotTelegramProofs(Config config) {
        this(
                config.botToken().filter(token -> !token.isBlank()).map(BotTelegramProofs::keys),
                config.botId(),
                config.testEnvironment() ? TEST_KEY : PRODUCTION_KEY,
                config.proofLife());
    }

    BotTelegramProofs(Optional<Keys> hashes, Optional<Long> botId, String key, Duration life) {
        this.hashes = hashes;
        this.botId = hashes.map(Keys::botId).or(() -> botId);
        this.telegram = TelegramSeals.publicKey(key);
        this.life = life;
    }

    /** What a shop may set under {@code cybervpn.telegram}. */
    @ConfigMapping(prefix = "cybervpn.telegram")
    interface Config {
        /** The token of the shop's bot, as BotFather gave it; without it there is no widget. */
        Optional<String> botToken();

        /** The id of the bot, if the shop is not to know its token. */
        Optional<Long> botId();

        /** The name of the bot without its @; without it there is no login through the bot. */
        Optional<String> botName();

        /** Whether the bot lives in Telegram's test environment. */
        @WithDefault("false")
        boolean testEnvironment();

        /** How old a proof may be. */
        @WithDefault("PT24H")
        Duration proofLife();
    }

    /** What is known of a bot by its token. */
    record Keys(long botId, byte[] miniApp, byte[] widget) {}

    static Keys keys(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw new IllegalStateException("cybervpn.telegram.bot-token is no token of a bot");
        }
        return new Keys(
                Long.parseLong(parts.group(1)),
                TelegramSeals.miniAppKey(token),
                TelegramSeals.widgetKey(token));
    }

    @Override
    public Checked check(Proof proof, Instant now) {
        return switch (proof) {
            case Proof.MiniApp(var initData) ->
                    ProofFields.parse(initData)
                            .map(fields -> miniApp(fields, now))
                            .orElseGet(() -> refused(Reason.MALFORMED));
            case Proof.Widget(var fields) -> widget(fields, now);
        };
    }

    private Checked miniApp(Map<String, String> fields, Instant now) {
        if (botId.isEmpty()) {
            return refused(Reason.NO_BOT);
        }
        return isGenuine(fields)
                ? dated(fields, ProofFields.jsonUser(fields), now)
                : refused(Reason.FORGED);
    }

    /** A hash that is there decides alone: a good signature beside a bad hash is not good. */
    private boolean isGenuine(Map<String, String> fields) {
        return hashes.filter(_ -> fields.containsKey(TelegramSeals.HASH))
                .map(keys -> TelegramSeals.isHashed(keys.miniApp(), fields))
                .orElseGet(() -> TelegramSeals.isSigned(telegram, botId.orElseThrow(), fields));
    }

    private Checked widget(Map<String, String> fields, Instant now) {
        if (hashes.isEmpty()) {
            return refused(Reason.NO_BOT);
        }
        return TelegramSeals.isHashed(hashes.get().widget(), fields)
                ? dated(fields, ProofFields.flatUser(fields), now)
                : refused(Reason.FORGED);
    }

    private Checked dated(Map<String, String> fields, Optional<TelegramUser> user, Instant now) {
        Optional<Instant> signedAt = ProofFields.signedAt(fields);
        if (signedAt.isEmpty() || user.isEmpty()) {
            return refused(Reason.MALFORMED);
        }
        return switch (ProofAge.of(signedAt.get(), now, life)) {
            case TOO_OLD -> refused(Reason.TOO_OLD);
            case FROM_THE_FUTURE -> refused(Reason.FROM_THE_FUTURE);
            case FRESH ->
                    new Checked.Genuine(
                            user.get(),
                            signedAt.get(),
                            Optional.ofNullable(fields.get("start_param")));
        };
    }

    private static Checked refused(Reason reason) {
        return new Checked.Refused(reason);
    }
}
