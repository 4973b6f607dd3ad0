package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasskeyChallenges.Purpose;
import io.cybervpn.application.identity.port.PasskeyChecks.Assertion;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens a session for who has a passkey, customers and staff alike (R234). The device asked who
 * holds it, so both factors are shown and nothing more is asked.
 */
@Singleton
public final class LogInByPasskey {
    private final Gate gate;
    private final PasskeyDoor door;
    private final LoginGate loginGate;

    @Inject
    LogInByPasskey(Gate gate, PasskeyDoor door, LoginGate loginGate) {
        this.gate = gate;
        this.door = door;
        this.loginGate = loginGate;
    }

    /**
     * What an authenticator signed.
     *
     * @param address whom to count it for
     */
    public record Command(Assertion assertion, String address, Client client) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is one of ours. */
        record Known(Admission admission) implements Result {}

        /** It is worth nothing; why is not said. */
        record Refused() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Logs in. The challenge is used up by it. */
    public Uni<Result> execute(Command command) {
        return gate.proof(command.address())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var retryAfter) ->
                                            Uni.createFrom().item(new Result.TooMany(retryAfter));
                                    case Verdict.Allowed() ->
                                            door.look(command.assertion(), new Purpose.Login())
                                                    .chain(who -> enter(who, command.client()));
                                });
    }

    private Uni<Result> enter(Optional<AccountId> who, Client client) {
        return who.map(id -> loginGate.enterProven(id, client).<Result>map(Result.Known::new))
                .orElseGet(() -> Uni.createFrom().item(new Result.Refused()));
    }
}
