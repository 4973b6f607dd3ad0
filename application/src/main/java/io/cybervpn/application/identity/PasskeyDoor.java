package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasskeyChallenges;
import io.cybervpn.application.identity.port.PasskeyChallenges.Purpose;
import io.cybervpn.application.identity.port.PasskeyChecks;
import io.cybervpn.application.identity.port.PasskeyChecks.Assertion;
import io.cybervpn.application.identity.port.PasskeyChecks.Signed;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Looks at what somebody's authenticator signed. Has a unit of work of its own. */
@Singleton
final class PasskeyDoor {
    private final PasskeyChallenges challenges;
    private final PasskeyChecks checks;
    private final UnitOfWork unitOfWork;
    private final Passkeys passkeys;
    private final SecurityTrail trail;
    private final Clock clock;

    @Inject
    PasskeyDoor(
            PasskeyChallenges challenges,
            PasskeyChecks checks,
            UnitOfWork unitOfWork,
            Passkeys passkeys,
            SecurityTrail trail,
            Clock clock) {
        this.challenges = challenges;
        this.checks = checks;
        this.unitOfWork = unitOfWork;
        this.passkeys = passkeys;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Whose passkey signed what was asked for that purpose; empty for anything else, and why is not
     * said. The challenge is used up.
     */
    Uni<Optional<AccountId>> look(Assertion assertion, Purpose purpose) {
        return checks.challengeOf(assertion.clientData())
                .map(
                        challenge ->
                                challenges
                                        .take(challenge)
                                        .map(found -> found.filter(purpose::equals))
                                        .chain(found -> look(found, assertion, challenge)))
                .orElseGet(PasskeyDoor::nobody);
    }

    private Uni<Optional<AccountId>> look(
            Optional<Purpose> found, Assertion assertion, String challenge) {
        return found.map(purpose -> unitOfWork.run(() -> look(purpose, assertion, challenge)))
                .orElseGet(PasskeyDoor::nobody);
    }

    private Uni<Optional<AccountId>> look(Purpose purpose, Assertion assertion, String challenge) {
        return passkeys.lock(assertion.credentialId())
                .map(found -> found.filter(passkey -> isMeant(passkey, purpose, assertion)))
                .chain(
                        found ->
                                found.map(passkey -> check(passkey, assertion, challenge))
                                        .orElseGet(PasskeyDoor::nobody));
    }

    private boolean isMeant(Passkey passkey, Purpose purpose, Assertion assertion) {
        String handle = checks.userHandle(passkey.account());
        return switch (purpose) {
            case Purpose.Registration _ -> false;
            case Purpose.Login() -> assertion.userHandle().equals(handle);
            case Purpose.StepUp(var account) ->
                    passkey.account().equals(account)
                            && (assertion.userHandle().isEmpty()
                                    || assertion.userHandle().equals(handle));
        };
    }

    private Uni<Optional<AccountId>> check(Passkey passkey, Assertion assertion, String challenge) {
        Optional<Signed> signed = checks.check(assertion, passkey, challenge);
        if (signed.isEmpty()) {
            trail.note(SecurityEventType.SECOND_FACTOR_FAILED, passkey.account(), "passkey");
            return nobody();
        }
        return use(passkey, signed.get());
    }

    private Uni<Optional<AccountId>> use(Passkey passkey, Signed signed) {
        return switch (passkey.use(
                signed.counter(),
                signed.backedUp(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            case Passkey.Use.Good(var used) ->
                    passkeys.save(used).replaceWith(Optional.of(used.account()));
            case Passkey.Use.Copied() ->
                    trail.store(
                                    SecurityEventType.PASSKEY_COPIED,
                                    passkey.account(),
                                    "passkey " + passkey.id().value())
                            .chain(PasskeyDoor::nobody);
        };
    }

    private static Uni<Optional<AccountId>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }
}
