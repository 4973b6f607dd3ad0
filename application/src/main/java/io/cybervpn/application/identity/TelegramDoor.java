package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.identity.port.TelegramProofs;
import io.cybervpn.application.identity.port.TelegramProofs.Checked;
import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import io.cybervpn.application.identity.port.TelegramProofs.Reason;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at what somebody brings from Telegram, as often as the gate lets him. */
@Singleton
final class TelegramDoor {
    private final Gate gate;
    private final TelegramProofs proofs;
    private final SecurityTrail trail;
    private final Clock clock;

    @Inject
    TelegramDoor(Gate gate, TelegramProofs proofs, SecurityTrail trail, Clock clock) {
        this.gate = gate;
        this.proofs = proofs;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the look gave. */
    sealed interface Seen {
        /** Telegram vouches for him, and did so then. */
        record Known(Links.Person person, Instant signedAt) implements Seen {}

        /** Nobody does. */
        record Refused(Reason reason) implements Seen {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Seen {}
    }

    /**
     * Looks.
     *
     * @param locale what he wants to be spoken to in, when Telegram does not say
     */
    Uni<Seen> look(Proof proof, String locale, String address) {
        return gate.proof(address).map(verdict -> seen(verdict, proof, locale));
    }

    private Seen seen(Verdict verdict, Proof proof, String locale) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> new Seen.TooMany(retryAfter);
            case Verdict.Allowed() -> seen(proofs.check(proof, clock.instant()), locale);
        };
    }

    private Seen seen(Checked checked, String locale) {
        return switch (checked) {
            case Checked.Refused(var reason) -> refused(reason);
            case Checked.Genuine(var user, var signedAt, _) ->
                    new Seen.Known(person(user, locale), signedAt);
        };
    }

    private Seen refused(Reason reason) {
        trail.noteNobody(SecurityEventType.PROOF_REFUSED, "telegram " + reason);
        return new Seen.Refused(reason);
    }

    /** Somebody of Telegram; the language of his client counts first. */
    static Links.Person person(TelegramUser user, String locale) {
        LanguageTag language =
                user.languageCode()
                        .flatMap(LanguageTag::parse)
                        .or(() -> LanguageTag.parse(locale))
                        .orElse(LanguageTag.ENGLISH);
        Optional<String> shownAs = user.username().or(user::firstName);
        return new Links.Person(ExternalId.of(user), shownAs, language);
    }
}
