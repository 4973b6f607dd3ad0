package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Verified;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Password;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Asks somebody who is logged in for his password again, before he changes what matters. */
@Singleton
final class OwnPassword {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final FreshProof freshProof;

    @Inject
    OwnPassword(
            Gate gate,
            UnitOfWork unitOfWork,
            Accounts accounts,
            PasswordHasher hasher,
            FreshProof freshProof) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.hasher = hasher;
        this.freshProof = freshProof;
    }

    /** What the question gave. */
    sealed interface Shown {
        /** He knows it; or the account has none, and he has shown lately otherwise who he is. */
        record Right(Account account) implements Shown {}

        /** He does not, or the account is gone. */
        record Wrong() implements Shown {}

        /** The account has none, and nothing else was shown lately. */
        record StepUpNeeded(Account account) implements Shown {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Shown {}
    }

    /** Who types it in which session, from where. */
    record Asked(AccountId owner, Optional<SessionId> session, String address) {}

    /** Asks; guesses count as logins do. */
    Uni<Shown> ask(Asked asked, String typed) {
        return gate.login(asked.address(), asked.owner().value().toString())
                .chain(verdict -> ask(verdict, asked, new Password(typed)))
                .call(shown -> rememberIfRight(shown, asked.owner()));
    }

    private Uni<Void> rememberIfRight(Shown shown, AccountId owner) {
        return shown instanceof Shown.Right
                ? gate.passwordRight(owner.value().toString())
                : Uni.createFrom().voidItem();
    }

    private Uni<Shown> ask(Verdict verdict, Asked asked, Password typed) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Shown.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork
                            .run(() -> accounts.find(asked.owner()))
                            .chain(found -> compare(found, asked, typed));
        };
    }

    private Uni<Shown> compare(Optional<Account> found, Asked asked, Password typed) {
        return found.map(account -> compare(account, asked, typed))
                .orElseGet(() -> answer(new Shown.Wrong()));
    }

    private Uni<Shown> compare(Account account, Asked asked, Password typed) {
        return account.passwordHash()
                .map(hash -> hasher.verify(typed, hash).map(verified -> said(verified, account)))
                .orElseGet(() -> lookBack(account, asked));
    }

    private Uni<Shown> lookBack(Account account, Asked asked) {
        return unitOfWork
                .run(() -> freshProof.isGiven(account.id(), asked.session()))
                .map(given -> given ? new Shown.Right(account) : new Shown.StepUpNeeded(account));
    }

    private static Shown said(Verified verified, Account account) {
        return switch (verified) {
            case Verified.Match() -> new Shown.Right(account);
            case Verified.Mismatch() -> new Shown.Wrong();
            case Verified.Busy(var retryAfter) -> new Shown.TooMany(retryAfter);
        };
    }

    private static Uni<Shown> answer(Shown shown) {
        return Uni.createFrom().item(shown);
    }
}
