package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import io.cybervpn.application.identity.port.TelegramProofs.Reason;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.ProofAge;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at a password or a proof of Telegram of somebody who is logged in already. */
@Singleton
final class FirstFactor {
    private final OwnPassword ownPassword;
    private final TelegramDoor door;
    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final Clock clock;

    @Inject
    FirstFactor(
            OwnPassword ownPassword,
            TelegramDoor door,
            UnitOfWork unitOfWork,
            Identities identities,
            Clock clock) {
        this.ownPassword = ownPassword;
        this.door = door;
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.clock = clock;
    }

    /** What it is worth. */
    sealed interface Looked {
        /** It is he. */
        record Right() implements Looked {}

        /** Another password, or the account has none. */
        record WrongPassword() implements Looked {}

        /** Telegram vouches for nobody, or did too long ago. */
        record Refused(Reason reason) implements Looked {}

        /** Telegram vouches for somebody else. */
        record Stranger() implements Looked {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Looked {}
    }

    Uni<Looked> look(OwnPassword.Asked asked, String password) {
        return ownPassword.ask(asked, password).map(FirstFactor::said);
    }

    private static Looked said(OwnPassword.Shown shown) {
        return switch (shown) {
            case OwnPassword.Shown.Right(var account) -> said(account);
            case OwnPassword.Shown.Wrong _, OwnPassword.Shown.StepUpNeeded _ ->
                    new Looked.WrongPassword();
            case OwnPassword.Shown.TooMany(var retryAfter) -> new Looked.TooMany(retryAfter);
        };
    }

    /** What was shown lately instead of a password that there is not is no new proof. */
    private static Looked said(Account account) {
        return account.hasPassword() ? new Looked.Right() : new Looked.WrongPassword();
    }

    /** A proof lives for a day at a login; here it has to be as fresh as what it proves. */
    Uni<Looked> look(OwnPassword.Asked asked, Proof proof) {
        return door.look(proof, "", asked.address()).chain(seen -> look(seen, asked.owner()));
    }

    private Uni<Looked> look(TelegramDoor.Seen seen, AccountId owner) {
        return switch (seen) {
            case TelegramDoor.Seen.TooMany(var retryAfter) ->
                    answer(new Looked.TooMany(retryAfter));
            case TelegramDoor.Seen.Refused(var reason) -> answer(new Looked.Refused(reason));
            case TelegramDoor.Seen.Known(var person, var signedAt) ->
                    isFresh(signedAt)
                            ? compare(person, owner)
                            : answer(new Looked.Refused(Reason.TOO_OLD));
        };
    }

    private boolean isFresh(Instant signedAt) {
        return ProofAge.of(signedAt, clock.instant(), StepUpRule.FRESH) == ProofAge.FRESH;
    }

    private Uni<Looked> compare(Links.Person person, AccountId owner) {
        return unitOfWork
                .run(() -> identities.find(person.external()))
                .map(found -> belongsTo(owner, found) ? new Looked.Right() : new Looked.Stranger());
    }

    private static boolean belongsTo(AccountId owner, Optional<LinkedIdentity> found) {
        return found.map(LinkedIdentity::account).filter(owner::equals).isPresent();
    }

    private static Uni<Looked> answer(Looked looked) {
        return Uni.createFrom().item(looked);
    }
}
