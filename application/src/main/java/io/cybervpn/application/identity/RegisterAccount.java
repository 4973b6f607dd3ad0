package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.KnownPasswords;
import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Registration;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Makes a customer's account and logs him in (R36). Open to everybody. */
@Singleton
public final class RegisterAccount {
    private final Gate gate;
    private final PasswordHasher hasher;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final TokenDesk tokens;
    private final KnownPasswords known;
    private final Outbox outbox;

    @Inject
    RegisterAccount(
            Gate gate,
            PasswordHasher hasher,
            UnitOfWork unitOfWork,
            Accounts accounts,
            NewAccounts newAccounts,
            TokenDesk tokens,
            KnownPasswords known,
            Outbox outbox) {
        this.gate = gate;
        this.hasher = hasher;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.tokens = tokens;
        this.known = known;
        this.outbox = outbox;
    }

    /**
     * What somebody typed.
     *
     * @param locale a BCP 47 tag
     * @param address where the request came from
     */
    public record Command(
            String email, String password, String locale, String address, Client client) {
        @Override
        public String toString() {
            return "RegisterAccount.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** Done; he is logged in. */
        record Registered(AccountView account, TokenPair tokens) implements Result {}

        /** The e-mail has an account. */
        record EmailTaken() implements Result {}

        /** Refused for all of these. */
        record Invalid(Set<RegistrationFlaw> flaws) implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Registers. Not repeatable: the second time the e-mail is taken. */
    public Uni<Result> execute(Command command) {
        return switch (Registration.check(
                command.email(), command.password(), command.locale(), known::has)) {
            case Registration.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case Registration.Sound sound ->
                    gate.registration(command.address())
                            .chain(verdict -> hash(verdict, sound, command.client()))
                            .call(result -> rememberIfMade(result, sound));
        };
    }

    /** Who made the account is known to it from the beginning. */
    private Uni<Void> rememberIfMade(Result result, Registration.Sound sound) {
        return result instanceof Result.Registered
                ? gate.passwordRight(sound.email().value())
                : Uni.createFrom().voidItem();
    }

    private Uni<Result> hash(Verdict verdict, Registration.Sound sound, Client client) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    hasher.hash(sound.password()).chain(hashed -> store(hashed, sound, client));
        };
    }

    private Uni<Result> store(Hashed hashed, Registration.Sound sound, Client client) {
        return switch (hashed) {
            case Hashed.Busy(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Hashed.Done(var hash) -> {
                Account account = newAccounts.make(sound, hash, AccountKind.CUSTOMER);
                yield unitOfWork.run(
                        () -> accounts.add(account).chain(added -> open(added, account, client)));
            }
        };
    }

    private Uni<Result> open(boolean isNew, Account account, Client client) {
        if (!isNew) {
            return answer(new Result.EmailTaken());
        }
        return outbox.append(newAccounts.askVerification(account))
                .chain(() -> tokens.open(account, client))
                .map(pair -> new Result.Registered(AccountView.of(account), pair));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
