package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.TelegramProofs;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes sure that who is logged in is the owner, before what cannot be undone: he shows his
 * password; who has none brings a proof of Telegram or has just logged in. Who has a second factor
 * shows it too. Never call in a unit of work.
 */
@Singleton
final class OwnershipProof {
    /** How long a login counts as just now. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final int SESSIONS_MAX = 200;

    private final OwnPassword ownPassword;
    private final TelegramDoor telegram;
    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final OpenSessions sessions;
    private final SecondStep secondStep;
    private final Clock clock;

    @Inject
    OwnershipProof(
            OwnPassword ownPassword,
            TelegramDoor telegram,
            UnitOfWork unitOfWork,
            Identities identities,
            OpenSessions sessions,
            SecondStep secondStep,
            Clock clock) {
        this.ownPassword = ownPassword;
        this.telegram = telegram;
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.clock = clock;
    }

    /** Who shows it, in which session, from where. */
    record Visitor(AccountId account, Optional<SessionId> session, String address) {}

    /** Looks. A second factor is used up by it. */
    Uni<Proven> look(Visitor visitor, ProofShown shown) {
        return ownPassword
                .ask(visitor.account(), shown.password().orElse(""), visitor.address())
                .chain(answer -> afterPassword(answer, visitor, shown));
    }

    private Uni<Proven> afterPassword(OwnPassword.Shown answer, Visitor visitor, ProofShown shown) {
        return switch (answer) {
            case OwnPassword.Shown.TooMany(var wait) -> item(new Proven.TooMany(wait));
            case OwnPassword.Shown.Wrong() -> item(new Proven.Not(ProofLack.PASSWORD));
            case OwnPassword.Shown.Right(var account) ->
                    otherwise(account, visitor, shown)
                            .chain(proven -> secondStep.after(proven, shown.code()));
        };
    }

    private Uni<Proven> otherwise(Account account, Visitor visitor, ProofShown shown) {
        if (account.passwordHash().isPresent()) {
            return item(new Proven.Yes(account));
        }
        return shown.telegram()
                .map(proof -> byTelegram(account, proof, visitor))
                .orElseGet(() -> byLogin(account, visitor));
    }

    private Uni<Proven> byTelegram(Account account, TelegramProofs.Proof proof, Visitor visitor) {
        return telegram.look(proof, "", visitor.address()).chain(seen -> byTelegram(account, seen));
    }

    private Uni<Proven> byTelegram(Account account, TelegramDoor.Seen seen) {
        return switch (seen) {
            case TelegramDoor.Seen.TooMany(var wait) -> item(new Proven.TooMany(wait));
            case TelegramDoor.Seen.Refused _ -> item(new Proven.Not(ProofLack.FRESH_LOGIN));
            case TelegramDoor.Seen.Known(var person) ->
                    unitOfWork
                            .run(() -> identities.find(person.external()))
                            .map(
                                    found ->
                                            found.filter(own -> own.account().equals(account.id()))
                                                    .isPresent())
                            .map(own -> judge(own, account));
        };
    }

    private Uni<Proven> byLogin(Account account, Visitor visitor) {
        return unitOfWork
                .run(() -> sessions.of(account.id(), clock.instant(), SESSIONS_MAX))
                .map(open -> open.stream().anyMatch(session -> isFresh(session, visitor)))
                .map(fresh -> judge(fresh, account));
    }

    private boolean isFresh(OpenSessions.Seen session, Visitor visitor) {
        return visitor.session().filter(session.id()::equals).isPresent()
                && clock.instant().isBefore(session.startedAt().plus(FRESH));
    }

    private static Proven judge(boolean shown, Account account) {
        return shown ? new Proven.Yes(account) : new Proven.Not(ProofLack.FRESH_LOGIN);
    }

    private static Uni<Proven> item(Proven proven) {
        return Uni.createFrom().item(proven);
    }
}
