package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.TelegramProofs;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes sure that who is logged in is the owner, before what cannot be undone: he shows his
 * password; who has none brings a proof of Telegram or has just logged in. Who has a second factor
 * shows it too. Never call in a unit of work.
 */
@Singleton
final class OwnershipProof {
    private final OwnPassword ownPassword;
    private final TelegramDoor telegram;
    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final SecondStep secondStep;

    @Inject
    OwnershipProof(
            OwnPassword ownPassword,
            TelegramDoor telegram,
            UnitOfWork unitOfWork,
            Identities identities,
            SecondStep secondStep) {
        this.ownPassword = ownPassword;
        this.telegram = telegram;
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.secondStep = secondStep;
    }

    /** Who shows it, in which session, from where. */
    record Visitor(AccountId account, Optional<SessionId> session, String address) {
        private OwnPassword.Asked asked() {
            return new OwnPassword.Asked(account, session, address);
        }
    }

    /** Looks. A second factor is used up by it. */
    Uni<Proven> look(Visitor visitor, ProofShown shown) {
        return ownPassword
                .ask(visitor.asked(), shown.password().orElse(""))
                .chain(answer -> afterPassword(answer, visitor, shown));
    }

    private Uni<Proven> afterPassword(OwnPassword.Shown answer, Visitor visitor, ProofShown shown) {
        return switch (answer) {
            case OwnPassword.Shown.TooMany(var wait) -> item(new Proven.TooMany(wait));
            case OwnPassword.Shown.Wrong() -> item(new Proven.Not(ProofLack.PASSWORD));
            case OwnPassword.Shown.Right(var account) ->
                    otherwise(account, visitor, shown, new Proven.Yes(account))
                            .chain(proven -> secondStep.after(proven, shown.code()));
            case OwnPassword.Shown.StepUpNeeded(var account) ->
                    otherwise(account, visitor, shown, new Proven.Not(ProofLack.FRESH_LOGIN))
                            .chain(proven -> secondStep.after(proven, shown.code()));
        };
    }

    /** Who has no password may show Telegram; else it counts how he came into his session. */
    private Uni<Proven> otherwise(
            Account account, Visitor visitor, ProofShown shown, Proven byLogin) {
        return shown.telegram()
                .filter(_ -> !account.hasPassword())
                .map(proof -> byTelegram(account, proof, visitor))
                .orElseGet(() -> item(byLogin));
    }

    private Uni<Proven> byTelegram(Account account, TelegramProofs.Proof proof, Visitor visitor) {
        return telegram.look(proof, "", visitor.address()).chain(seen -> byTelegram(account, seen));
    }

    private Uni<Proven> byTelegram(Account account, TelegramDoor.Seen seen) {
        return switch (seen) {
            case TelegramDoor.Seen.TooMany(var wait) -> item(new Proven.TooMany(wait));
            case TelegramDoor.Seen.Refused _ -> item(new Proven.Not(ProofLack.FRESH_LOGIN));
            case TelegramDoor.Seen.Known(var person, _) ->
                    unitOfWork
                            .run(() -> identities.find(person.external()))
                            .map(
                                    found ->
                                            found.filter(own -> own.account().equals(account.id()))
                                                    .isPresent())
                            .map(own -> judge(own, account));
        };
    }

    private static Proven judge(boolean shown, Account account) {
        return shown ? new Proven.Yes(account) : new Proven.Not(ProofLack.FRESH_LOGIN);
    }

    private static Uni<Proven> item(Proven proven) {
        return Uni.createFrom().item(proven);
    }
}
