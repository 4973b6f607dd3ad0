package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** What authenticators are asked to sign, each good once. Fails while the store of them is away. */
public interface PasskeyChallenges {
    /** How long somebody may take. */
    Duration LIFE = Duration.ofMinutes(5);

    /** What it was asked for; an answer is good for nothing else. */
    sealed interface Purpose {
        /** Another passkey of an account. */
        record Registration(AccountId account) implements Purpose {}

        /** A login of whoever has a passkey. */
        record Login() implements Purpose {}

        /** A proof in a running session. */
        record StepUp(AccountId account) implements Purpose {}
    }

    /** A new one: 256 random bits in base64url. */
    Uni<String> open(Purpose purpose);

    /** What it was for, and ends it; empty when it is over. Of two at once one gets it. */
    Uni<Optional<Purpose>> take(String challenge);
}
