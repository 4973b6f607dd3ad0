package io.cybervpn.application.identity;

import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.identity.AccountId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Says for ten minutes that somebody has shown that two accounts are his. Sealed for him alone and
 * kept nowhere: who shows it twice is told twice the same.
 */
@Singleton
final class MergeTokens {
    /** How long it may be shown. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int LENGTH_MAX = 1000;

    private final SecretBox box;
    private final Clock clock;

    @Inject
    MergeTokens(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /** Who becomes part of whom, as one of the two wished. */
    record Wish(AccountId from, AccountId into) {}

    /** A new one. */
    String issue(AccountId asker, Wish wish) {
        String text =
                wish.from().value()
                        + " "
                        + wish.into().value()
                        + " "
                        + clock.instant().plus(LIFE).getEpochSecond();
        return box.seal(text.getBytes(StandardCharsets.UTF_8), purpose(asker));
    }

    /** What it says; empty when it is too old, or another's, or none. */
    Optional<Wish> read(AccountId asker, String token) {
        if (token.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            String text = new String(box.open(token, purpose(asker)), StandardCharsets.UTF_8);
            String[] parts = text.split(" ", 3);
            Instant end = Instant.ofEpochSecond(Long.parseLong(parts[2]));
            return Optional.of(new Wish(id(parts[0]), id(parts[1])))
                    .filter(_ -> clock.instant().isBefore(end));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static AccountId id(String text) {
        return new AccountId(UUID.fromString(text));
    }

    private static String purpose(AccountId asker) {
        return "merge:" + asker.value();
    }
}
