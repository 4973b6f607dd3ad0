package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.KnownPasswords;
import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.identity.staff.BuiltInRole;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.model.Registration;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an account that the configuration asks for, if its e-mail has none. Only for the start of
 * the shop. An account that is there is left alone, its password too.
 */
@Singleton
public final class EnsureAccount {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final NewAccounts newAccounts;
    private final Assignments assignments;
    private final KnownPasswords known;
    private final SecondFactorDesk secondFactors;

    @Inject
    EnsureAccount(
            UnitOfWork unitOfWork,
            Accounts accounts,
            PasswordHasher hasher,
            NewAccounts newAccounts,
            Assignments assignments,
            KnownPasswords known,
            SecondFactorDesk secondFactors) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.hasher = hasher;
        this.newAccounts = newAccounts;
        this.assignments = assignments;
        this.known = known;
        this.secondFactors = secondFactors;
    }

    /**
     * The wanted account; a member of staff becomes super_admin.
     *
     * @param authenticator the secret that the owner's app knows already, as people type it;
     *     without one he sets up his second factor himself
     */
    public record Command(
            String email, String password, AccountKind kind, Optional<String> authenticator) {
        /** One without a second factor. */
        public Command(String email, String password, AccountKind kind) {
            this(email, password, kind, Optional.empty());
        }

        @Override
        public String toString() {
            return "EnsureAccount.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** It is made now. */
        record Created() implements Result {}

        /** It was there, or another instance was quicker. */
        record Existed() implements Result {}

        /** The configured e-mail or password is not good enough. */
        record Invalid(Set<RegistrationFlaw> flaws) implements Result {}

        /** The secret of the authenticator is none, or has less than 128 bits. */
        record BadAuthenticator() implements Result {}

        /** The hasher is busy; try again. */
        record Busy() implements Result {}
    }

    /** Ensures. Repeatable, by any number of instances at once. */
    public Uni<Result> execute(Command command) {
        Optional<byte[]> secret = command.authenticator().flatMap(secondFactors::secretOf);
        if (command.authenticator().isPresent() && secret.isEmpty()) {
            return answer(new Result.BadAuthenticator());
        }
        return switch (Registration.check(command.email(), command.password(), "en", known::has)) {
            case Registration.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case Registration.Sound sound ->
                    unitOfWork
                            .run(() -> accounts.findByEmail(sound.email()))
                            .chain(found -> hash(found, sound, new Extras(command.kind(), secret)));
        };
    }

    /** What an account gets besides its e-mail and password. */
    private record Extras(AccountKind kind, Optional<byte[]> authenticator) {}

    private Uni<Result> hash(Optional<Account> found, Registration.Sound sound, Extras extras) {
        if (found.isPresent()) {
            return answer(new Result.Existed());
        }
        return hasher.hash(sound.password()).chain(hashed -> store(hashed, sound, extras));
    }

    private Uni<Result> store(Hashed hashed, Registration.Sound sound, Extras extras) {
        return switch (hashed) {
            case Hashed.Busy _ -> answer(new Result.Busy());
            case Hashed.Done(var hash) ->
                    unitOfWork
                            .run(() -> add(newAccounts.make(sound, hash, extras.kind()), extras))
                            .map(added -> added ? new Result.Created() : new Result.Existed());
        };
    }

    private Uni<Boolean> add(Account account, Extras extras) {
        return accounts.add(account)
                .call(
                        added ->
                                added
                                        ? assign(account).chain(() -> equip(account, extras))
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> equip(Account account, Extras extras) {
        return extras.authenticator()
                .map(secret -> secondFactors.install(account.id(), secret))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> assign(Account account) {
        return switch (account.kind()) {
            case CUSTOMER -> Uni.createFrom().voidItem();
            case STAFF ->
                    assignments.put(
                            new Assignment(
                                    account.id(),
                                    BuiltInRole.SUPER_ADMIN.code(),
                                    account.createdAt(),
                                    Optional.empty(),
                                    Optional.empty()));
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
