package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasskeyChallenges;
import io.cybervpn.application.identity.port.PasskeyChallenges.Purpose;
import io.cybervpn.application.identity.port.PasskeyChecks;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks whatever authenticator is there for a signature. For a login nobody is named, so nobody
 * learns whether somebody has an account or a passkey.
 */
@Singleton
public final class AskPasskey {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Passkeys passkeys;
    private final PasskeyChecks checks;
    private final PasskeyChallenges challenges;

    @Inject
    AskPasskey(
            Gate gate,
            UnitOfWork unitOfWork,
            Passkeys passkeys,
            PasskeyChecks checks,
            PasskeyChallenges challenges) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.passkeys = passkeys;
        this.checks = checks;
        this.challenges = challenges;
    }

    /**
     * Who asks.
     *
     * @param owner who is logged in and shows it once more; empty for a login
     * @param address whom to count it for
     */
    public record Command(Optional<AccountId> owner, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /**
         * What the authenticator is told.
         *
         * @param partyId the host name of the shop
         * @param allowed credentials that would do; empty for any
         */
        record Asked(String partyId, String challenge, List<String> allowed) implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Asks. The challenge is good for {@link PasskeyChallenges#LIFE}, once. */
    public Uni<Result> execute(Command command) {
        return gate.proof(command.address())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var retryAfter) ->
                                            Uni.createFrom().item(new Result.TooMany(retryAfter));
                                    case Verdict.Allowed() -> ask(command.owner());
                                });
    }

    private Uni<Result> ask(Optional<AccountId> owner) {
        return owner.map(
                        account ->
                                credentials(account)
                                        .chain(own -> ask(new Purpose.StepUp(account), own)))
                .orElseGet(() -> ask(new Purpose.Login(), List.of()));
    }

    private Uni<List<String>> credentials(AccountId account) {
        return unitOfWork
                .run(() -> passkeys.of(account))
                .map(own -> own.stream().map(passkey -> passkey.credential().id()).toList());
    }

    private Uni<Result> ask(Purpose purpose, List<String> allowed) {
        return challenges
                .open(purpose)
                .map(challenge -> new Result.Asked(checks.party().id(), challenge, allowed));
    }
}
