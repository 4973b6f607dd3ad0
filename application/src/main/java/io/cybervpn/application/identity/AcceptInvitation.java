package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.KnownPasswords;
import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.identity.staff.BuiltInRole;
import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.model.Registration;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.Invitations;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a member of staff of whoever holds the secret of an invitation, or the first super_admin of
 * whoever holds the setup token. Open to everybody. He logs in afterwards like everybody.
 */
@Singleton
public final class AcceptInvitation {
    private final Gate gate;
    private final PasswordHasher hasher;
    private final NewAccounts newAccounts;
    private final Rights rights;
    private final Store store;
    private final KnownPasswords known;

    @Inject
    AcceptInvitation(
            Gate gate,
            PasswordHasher hasher,
            NewAccounts newAccounts,
            Rights rights,
            Store store,
            KnownPasswords known) {
        this.gate = gate;
        this.hasher = hasher;
        this.newAccounts = newAccounts;
        this.rights = rights;
        this.store = store;
        this.known = known;
    }

    /** What is written when somebody comes. */
    @Singleton
    static final class Store {
        private final Accounts accounts;
        private final Assignments assignments;
        private final Invitations invitations;

        @Inject
        Store(Accounts accounts, Assignments assignments, Invitations invitations) {
            this.accounts = accounts;
            this.assignments = assignments;
            this.invitations = invitations;
        }
    }

    /**
     * What somebody typed.
     *
     * @param email only with the setup token; an invitation has its own
     * @param address where the request came from
     */
    public record Command(String secret, Optional<String> email, String password, String address) {
        @Override
        public String toString() {
            return "AcceptInvitation.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** He is one of the staff. */
        record Accepted(AccountView account) implements Result {}

        /** Used, expired or never given out: which of them is not said. */
        record WorthNothing() implements Result {}

        /** Refused for all of these; the secret is still good. */
        record Invalid(Set<RegistrationFlaw> flaws) implements Result {}

        /** The e-mail has an account; the secret is still good. */
        record EmailTaken() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Accepts. The second time the secret is worth nothing. */
    public Uni<Result> execute(Command command) {
        return gate.registration(command.address())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var retryAfter) ->
                                            answer(new Result.TooMany(retryAfter));
                                    case Verdict.Allowed() -> look(command);
                                });
    }

    private Uni<Result> look(Command command) {
        return rights.read(() -> store.invitations.find(TokenDesk.hash(command.secret())))
                .chain(found -> check(found.filter(i -> i.isAlive(rights.now())), command));
    }

    private Uni<Result> check(Optional<Invitation> found, Command command) {
        if (found.isEmpty() || found.get().email().isEmpty() == command.email().isEmpty()) {
            return answer(new Result.WorthNothing());
        }
        Invitation invitation = found.get();
        String email = invitation.email().map(Email::value).or(command::email).orElseThrow();
        return switch (Registration.check(email, command.password(), "en", known::has)) {
            case Registration.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case Registration.Sound sound ->
                    hasher.hash(sound.password()).chain(hash -> come(hash, sound, invitation));
        };
    }

    private Uni<Result> come(Hashed hashed, Registration.Sound sound, Invitation invitation) {
        return switch (hashed) {
            case Hashed.Busy(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Hashed.Done(var hash) -> {
                Account account = newAccounts.make(sound, hash, AccountKind.STAFF);
                yield rights.change(() -> takeTurn(account, invitation));
            }
        };
    }

    private Uni<Result> takeTurn(Account account, Invitation invitation) {
        return store.assignments
                .takeTurn()
                .chain(() -> store.accounts.findByEmail(account.email().orElseThrow()))
                .chain(
                        taken ->
                                taken.isPresent()
                                        ? answer(new Result.EmailTaken())
                                        : take(account, invitation));
    }

    /** The shop's own invitation is for the first super_admin alone. */
    private Uni<Result> take(Account account, Invitation invitation) {
        return store.invitations
                .take(invitation.hash())
                .chain(
                        taken ->
                                taken && invitation.email().isEmpty()
                                        ? store.assignments
                                                .anyOf(BuiltInRole.SUPER_ADMIN.code())
                                                .map(isRun -> !isRun)
                                        : Uni.createFrom().item(taken))
                .chain(good -> good ? add(account, invitation) : answer(new Result.WorthNothing()));
    }

    private Uni<Result> add(Account account, Invitation invitation) {
        Uni<Void> done = store.accounts.add(account).replaceWithVoid();
        for (RoleCode role : invitation.roles()) {
            done = done.chain(() -> store.assignments.put(assignment(account, role, invitation)));
        }
        return done.chain(() -> rights.record(entry(account)))
                .replaceWith(new Result.Accepted(AccountView.of(account)));
    }

    private static Assignment assignment(Account account, RoleCode role, Invitation invitation) {
        return new Assignment(
                account.id(), role, account.createdAt(), Optional.empty(), invitation.invitedBy());
    }

    private static AuditTrail.Entry entry(Account account) {
        return AuditTrail.Entry.of(
                new Actor.Staff(account.id(), Set.of()),
                "staff.join",
                "account",
                account.id().value());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
