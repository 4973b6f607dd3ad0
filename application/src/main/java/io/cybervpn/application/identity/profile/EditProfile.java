package io.cybervpn.application.identity.profile;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ProfileChange;
import io.cybervpn.domain.identity.ProfileFlaw;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Changes what somebody says of himself (R42, R56); customers and staff alike. */
@Singleton
public final class EditProfile {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final ProfileDesk desk;
    private final AuditTrail audit;

    @Inject
    EditProfile(UnitOfWork unitOfWork, Accounts accounts, ProfileDesk desk, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * What somebody says of himself.
     *
     * @param version the one that he saw
     * @param source through what he says it, such as {@code web} or {@code mobile}
     */
    public record Command(Actor actor, long version, ProfileChange change, String source) {}

    /** What became of it. */
    public sealed interface Result {
        /** As it is now. */
        record Edited(AccountView account, ProfileView profile) implements Result {}

        /** Refused for all of these. */
        record Invalid(Set<ProfileFlaw> flaws) implements Result {}

        /** It was edited meanwhile. */
        record Stale(long current) implements Result {}

        /** Nobody who has an account, or one that may not log in any more. */
        record NoAccount() implements Result {}
    }

    /** Edits. Two edits of one version: one wins, the other is stale. */
    public Uni<Result> execute(Command command) {
        Set<ProfileFlaw> flaws = command.change().flaws();
        if (!flaws.isEmpty()) {
            return answer(new Result.Invalid(flaws));
        }
        return command.actor()
                .account()
                .map(id -> unitOfWork.run(() -> lockAndEdit(id, command)))
                .orElseGet(() -> answer(new Result.NoAccount()));
    }

    private Uni<Result> lockAndEdit(AccountId id, Command command) {
        return accounts.lock(id)
                .chain(
                        found ->
                                found.filter(Account::mayLogIn)
                                        .map(account -> edit(account, command))
                                        .orElseGet(() -> answer(new Result.NoAccount())));
    }

    private Uni<Result> edit(Account account, Command command) {
        return desk.edit(
                        account, Optional.of(command.version()), command.change(), command.source())
                .chain(
                        edited ->
                                edited.map(done -> record(command.actor(), done))
                                        .orElseGet(() -> stale(account)));
    }

    private Uni<Result> stale(Account account) {
        return desk.view(account).map(now -> new Result.Stale(now.version()));
    }

    private Uni<Result> record(Actor actor, ProfileDesk.Edited done) {
        return audit.append(
                        AuditTrail.Entry.of(
                                        actor,
                                        "profile.edit",
                                        "account",
                                        done.account().id().value())
                                .with(done.changes()))
                .replaceWith(new Result.Edited(AccountView.of(done.account()), done.profile()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
