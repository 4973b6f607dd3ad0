package io.cybervpn.application.identity;

import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.identity.staff.RoleView;
import io.cybervpn.application.identity.staff.StaffRefusal;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SecondFactorReset;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Helps who has lost his app and his recovery codes, or his passkeys (R234): takes all of them
 * away, ends his sessions and writes to him. Needs {@link Permission#USERS_BLOCK} for a customer;
 * for one of staff {@link Permission#STAFF_WRITE} and every permission that he has; and a fresh
 * proof of who does it. Whom it is done to shows his password or Telegram at his next login, and
 * staff set up another one then.
 */
@Singleton
public final class ResetSecondFactor {
    private final Rights rights;
    private final Accounts accounts;
    private final Assignments assignments;
    private final SecondFactorDesk desk;
    private final Passkeys passkeys;
    private final SessionEndings endings;
    private final Outbox outbox;

    @Inject
    ResetSecondFactor(
            Rights rights,
            Accounts accounts,
            Assignments assignments,
            SecondFactorDesk desk,
            Passkeys passkeys,
            SessionEndings endings,
            Outbox outbox) {
        this.rights = rights;
        this.accounts = accounts;
        this.assignments = assignments;
        this.desk = desk;
        this.passkeys = passkeys;
        this.endings = endings;
        this.outbox = outbox;
    }

    /** Who helps whom, and as what he takes him. */
    public record Command(Actor actor, AccountId owner, AccountKind kind) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is gone; these sessions ended with it. */
        record Done(List<SessionId> ended) implements Result {}

        /** There is no such account of this kind. */
        record NoSuchAccount() implements Result {}

        /** He has none. */
        record NoSecondFactor() implements Result {}

        /** Nothing changed. */
        record Refused(StaffRefusal why) implements Result {}
    }

    /** Resets. Not repeatable: the second time there is none. */
    public Uni<Result> execute(Command command) {
        Optional<StaffRefusal> refusal = rights.refusal(command.actor(), needed(command.kind()));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return command.actor().account().filter(command.owner()::equals).isPresent()
                ? refuse(StaffRefusal.ONESELF)
                : rights.change(() -> find(command)).call(this::spread);
    }

    private static Permission needed(AccountKind kind) {
        return switch (kind) {
            case CUSTOMER -> Permission.USERS_BLOCK;
            case STAFF -> Permission.STAFF_WRITE;
        };
    }

    private Uni<Result> find(Command command) {
        return accounts.lock(command.owner())
                .map(found -> found.filter(account -> account.kind() == command.kind()))
                .chain(
                        found ->
                                found.map(account -> checkRoles(account, command))
                                        .orElseGet(() -> answer(new Result.NoSuchAccount())));
    }

    /** A customer has no roles. */
    private Uni<Result> checkRoles(Account account, Command command) {
        return assignments
                .of(account.id())
                .map(held -> held.stream().map(Assignment::role).toList())
                .chain(rights::findAll)
                .chain(
                        roles ->
                                covers(command.actor(), roles)
                                        ? reset(account.id(), command)
                                        : refuse(StaffRefusal.BEYOND_OWN_RIGHTS));
    }

    private static boolean covers(Actor actor, List<RoleView> roles) {
        return roles.stream().allMatch(role -> Rights.covers(actor, role.permissions()));
    }

    private Uni<Result> reset(AccountId owner, Command command) {
        return desk.lock(owner)
                .map(found -> found.flatMap(SecondFactorDesk::active).isPresent())
                .chain(app -> passkeys.of(owner).chain(keys -> reset(app, keys, owner, command)));
    }

    private Uni<Result> reset(boolean app, List<Passkey> keys, AccountId owner, Command command) {
        if (!app && keys.isEmpty()) {
            return answer(new Result.NoSecondFactor());
        }
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                        command.actor(), "identity.reset_second_factor", "account", owner.value());
        return desk.remove(owner)
                .chain(() -> forget(keys))
                .chain(() -> rights.record(entry))
                .chain(() -> outbox.append(new SecondFactorReset(owner, rights.now())))
                .chain(() -> endings.end(owner, new Which.All(), Session.EndReason.REVOKED))
                .map(Result.Done::new);
    }

    private Uni<Void> forget(List<Passkey> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> passkeys.remove(key.id()))
                .collect()
                .last();
    }

    private Uni<Void> spread(Result result) {
        return result instanceof Result.Done(var ended)
                ? endings.spread(ended)
                : Uni.createFrom().voidItem();
    }

    private static Uni<Result> refuse(StaffRefusal why) {
        return answer(new Result.Refused(why));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
