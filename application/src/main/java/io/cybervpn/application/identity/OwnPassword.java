package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Verified;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
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

    @Inject
    OwnPassword(Gate gate, UnitOfWork unitOfWork, Accounts accounts, PasswordHasher hasher) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /** What the question gave. */
    sealed interface Shown {
        /** He knows it, or the account has none. */
        record Right(Account account) implements Shown {}

        /** He does not, or the account is gone. */
        record Wrong() implements Shown {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Shown {}
    }

    /** Asks; guesses count as logins do. */
    Uni<Shown> ask(AccountId owner, String typed, String address) {
        return gate.login(address, owner.value().toString())
                .chain(verdict -> ask(verdict, owner, new Password(typed)))
                .call(shown -> rememberIfRight(shown, owner));
    }

    private Uni<Void> rememberIfRight(Shown shown, AccountId owner) {
        return shown instanceof Shown.Right
                ? gate.passwordRight(owner.value().toString())
                : Uni.createFrom().voidItem();
    }

    private Uni<Shown> ask(Verdict verdict, AccountId owner, Password typed) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Shown.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork
                            .run(() -> accounts.find(owner))
                            .chain(found -> compare(found, typed));
        };
    }

    private Uni<Shown> compare(Optional<Account> found, Password typed) {
        return found.map(account -> compare(account, typed))
                .orElseGet(() -> answer(new Shown.Wrong()));
    }

    private Uni<Shown> compare(Account account, Password typed) {
        return account.passwordHash()
                .map(hash -> hasher.verify(typed, hash).map(verified -> said(verified, account)))
                .orElseGet(() -> answer(new Shown.Right(account)));
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
