package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasskeyChallenges;
import io.cybervpn.application.identity.port.PasskeyChallenges.Purpose;
import io.cybervpn.application.identity.port.PasskeyChecks;
import io.cybervpn.application.identity.port.PasskeyChecks.Attestation;
import io.cybervpn.application.identity.port.PasskeyChecks.Made;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps the public half of a new key as a way into one's own account. That its owner may add one
 * was looked at when the key was asked for; the challenge says so, for some minutes and once.
 */
@Singleton
public final class AddPasskey {
    private final PasskeyChallenges challenges;
    private final PasskeyChecks checks;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasskeyRecords records;
    private final Ids ids;
    private final Clock clock;

    @Inject
    AddPasskey(
            PasskeyChallenges challenges,
            PasskeyChecks checks,
            UnitOfWork unitOfWork,
            Accounts accounts,
            Passkeys passkeys,
            PasskeyRecords records,
            Ids ids,
            Clock clock) {
        this.challenges = challenges;
        this.checks = checks;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What an authenticator made.
     *
     * @param name as its owner will call it
     */
    public record Command(Actor actor, AccountId owner, String name, Attestation attestation) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is a way in now. */
        record Added(PasskeyView passkey) implements Result {}

        /** The name is empty, too long or of control characters. */
        record BadName() implements Result {}

        /** Not made for this shop, this account or this challenge, or without asking its holder. */
        record Refused() implements Result {}

        /** It is known already. */
        record Known() implements Result {}

        /** There are {@link Passkey#MANY}. */
        record TooManyPasskeys() implements Result {}
    }

    /** Adds. Not repeatable: a challenge is good once. */
    public Uni<Result> execute(Command command) {
        return Passkey.isName(command.name()) ? check(command) : answer(new Result.BadName());
    }

    private Uni<Result> check(Command command) {
        Optional<String> challenge = checks.challengeOf(command.attestation().clientData());
        return challenge
                .map(
                        said ->
                                challenges
                                        .take(said)
                                        .map(found -> made(found, said, command))
                                        .chain(made -> keep(made, command)))
                .orElseGet(() -> answer(new Result.Refused()));
    }

    private Optional<Made> made(Optional<Purpose> found, String challenge, Command command) {
        return found.filter(new Purpose.Registration(command.owner())::equals)
                .flatMap(_ -> checks.check(command.attestation(), challenge));
    }

    private Uni<Result> keep(Optional<Made> made, Command command) {
        return made.map(key -> unitOfWork.run(() -> lockAndKeep(key, command)))
                .orElseGet(() -> answer(new Result.Refused()));
    }

    private Uni<Result> lockAndKeep(Made key, Command command) {
        return accounts.lock(command.owner())
                .map(found -> found.filter(Account::mayLogIn))
                .chain(
                        found ->
                                found.isPresent()
                                        ? passkeys.of(command.owner())
                                                .chain(own -> keep(own.size(), key, command))
                                        : answer(new Result.Refused()));
    }

    private Uni<Result> keep(int known, Made key, Command command) {
        if (known >= Passkey.MANY) {
            return answer(new Result.TooManyPasskeys());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Passkey passkey =
                new Passkey(
                        new PasskeyId(ids.next()),
                        command.owner(),
                        key.credential(),
                        key.counter(),
                        command.name().strip(),
                        now,
                        Optional.empty());
        return passkeys.add(passkey)
                .chain(added -> added ? tell(passkey, command) : answer(new Result.Known()));
    }

    private Uni<Result> tell(Passkey passkey, Command command) {
        return records.added(command.actor(), passkey)
                .replaceWith(() -> new Result.Added(PasskeyView.of(passkey)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
