package io.cybervpn.application.identity;

import io.cybervpn.application.shared.KeyedHashes;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.model.EmailCode.Guess;
import io.cybervpn.domain.identity.repository.EmailCodes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Compares codes with those that went out. Works in the open unit of work. */
@Singleton
final class EmailGuesses {
    private static final String PURPOSE = "email-code";

    private final EmailCodes codes;
    private final KeyedHashes hashes;
    private final SecurityTrail trail;
    private final Clock clock;

    @Inject
    EmailGuesses(EmailCodes codes, KeyedHashes hashes, SecurityTrail trail, Clock clock) {
        this.codes = codes;
        this.hashes = hashes;
        this.trail = trail;
        this.clock = clock;
    }

    /** The code, if the guess is right; it is used up then. A wrong guess is counted. */
    Uni<Optional<EmailCode>> guess(EmailCode.Owner owner, String typed) {
        return codes.lock(owner).chain(found -> compare(found, typed));
    }

    private Uni<Optional<EmailCode>> compare(Optional<EmailCode> found, String typed) {
        return found.map(code -> compare(code, typed))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<EmailCode>> compare(EmailCode code, String typed) {
        boolean same = hashes.matches(code.hash(), PURPOSE, text(code.owner(), typed.strip()));
        return switch (code.guess(same, clock.instant())) {
            case Guess.Right() -> codes.remove(code.owner()).replaceWith(Optional.of(code));
            case Guess.Wrong(var left) -> keep(left).replaceWith(Optional.empty());
            case Guess.Dead() -> codes.remove(code.owner()).replaceWith(Optional.empty());
        };
    }

    private Uni<Void> keep(EmailCode left) {
        if (left.triesLeft() == 0) {
            trail.note(
                    SecurityEventType.CODE_EXHAUSTED,
                    left.owner().account(),
                    left.owner().purpose().name().toLowerCase(Locale.ROOT));
        }
        return codes.put(left);
    }

    /** What is kept of a code; that of one account is worth nothing for another. */
    String hash(EmailCode.Owner owner, String code) {
        return hashes.hash(PURPOSE, text(owner, code));
    }

    private static String text(EmailCode.Owner owner, String code) {
        return owner.account().value() + " " + owner.purpose() + " " + code;
    }
}
