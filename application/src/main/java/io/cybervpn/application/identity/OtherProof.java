package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Verified;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.identity.port.TelegramProofs;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.Password;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes sure that who is logged in to one account is the owner of another one too: as at a login,
 * with the same counters and the same silence, but no session is opened. Never call in a unit of
 * work.
 */
@Singleton
final class OtherProof {
    private final Gate gate;
    private final TelegramDoor telegram;
    private final PasswordHasher hasher;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Identities identities;
    private final SecondStep secondStep;

    @Inject
    OtherProof(
            Gate gate,
            TelegramDoor telegram,
            PasswordHasher hasher,
            UnitOfWork unitOfWork,
            Accounts accounts,
            Identities identities,
            SecondStep secondStep) {
        this.gate = gate;
        this.telegram = telegram;
        this.hasher = hasher;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.identities = identities;
        this.secondStep = secondStep;
    }

    /** Looks. A second factor is used up by it. */
    Uni<Proven> look(String email, ProofShown shown, String address) {
        Uni<Proven> first =
                shown.telegram()
                        .map(proof -> byTelegram(proof, address))
                        .orElseGet(() -> byPassword(email, shown.password().orElse(""), address));
        return first.chain(proven -> secondStep.after(proven, shown.code()));
    }

    private Uni<Proven> byTelegram(TelegramProofs.Proof proof, String address) {
        return telegram.look(proof, "", address).chain(this::byTelegram);
    }

    private Uni<Proven> byTelegram(TelegramDoor.Seen seen) {
        return switch (seen) {
            case TelegramDoor.Seen.TooMany(var wait) -> item(new Proven.TooMany(wait));
            case TelegramDoor.Seen.Refused _ -> item(new Proven.Not(ProofLack.FRESH_LOGIN));
            case TelegramDoor.Seen.Known(var person, _) ->
                    unitOfWork
                            .run(() -> identities.find(person.external()).chain(this::owner))
                            .map(found -> proven(found, ProofLack.FRESH_LOGIN));
        };
    }

    private Uni<Optional<Account>> owner(Optional<LinkedIdentity> identity) {
        return identity.map(linked -> accounts.find(linked.account()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Proven> byPassword(String email, String typed, String address) {
        Optional<Email> canonical = Email.parse(email);
        String subject = Gate.subject(email);
        return gate.login(address, subject)
                .chain(verdict -> byPassword(verdict, canonical, new Password(typed)))
                .call(proven -> forgetGuesses(proven, subject));
    }

    private Uni<Void> forgetGuesses(Proven proven, String subject) {
        return proven instanceof Proven.Yes
                ? gate.passwordRight(subject)
                : Uni.createFrom().voidItem();
    }

    private Uni<Proven> byPassword(Verdict verdict, Optional<Email> email, Password typed) {
        return switch (verdict) {
            case Verdict.Exceeded(var wait) -> item(new Proven.TooMany(wait));
            case Verdict.Allowed() -> find(email).chain(found -> compare(found, typed));
        };
    }

    private Uni<Optional<Account>> find(Optional<Email> email) {
        return email.map(known -> unitOfWork.run(() -> accounts.findByEmail(known)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** A mailbox without an account takes as long as a wrong password. */
    private Uni<Proven> compare(Optional<Account> found, Password typed) {
        return found.flatMap(Account::passwordHash)
                .map(hash -> hasher.verify(typed, hash))
                .orElseGet(() -> hasher.verifyNothing(typed))
                .map(
                        verified ->
                                switch (verified) {
                                    case Verified.Busy(var wait) -> new Proven.TooMany(wait);
                                    case Verified.Mismatch() -> new Proven.Not(ProofLack.PASSWORD);
                                    case Verified.Match() -> proven(found, ProofLack.PASSWORD);
                                });
    }

    private static Proven proven(Optional<Account> found, ProofLack lack) {
        return found.<Proven>map(Proven.Yes::new).orElseGet(() -> new Proven.Not(lack));
    }

    private static Uni<Proven> item(Proven proven) {
        return Uni.createFrom().item(proven);
    }
}
