package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.WaysIn;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Closes a way into one's own account, never the last one (R45). */
@Singleton
public final class UnlinkIdentity {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Identities identities;
    private final AuditTrail audit;
    private final FreshProof freshProof;

    @Inject
    UnlinkIdentity(
            UnitOfWork unitOfWork,
            Accounts accounts,
            Identities identities,
            AuditTrail audit,
            FreshProof freshProof) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.identities = identities;
        this.audit = audit;
        this.freshProof = freshProof;
    }

    /** Who closes which, in a session in which he must have shown lately that it is he. */
    public record Command(AccountId owner, Optional<SessionId> session, IdentityId identity) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is closed. */
        record Unlinked() implements Result {}

        /** Nobody could come in any more. */
        record LastWayIn() implements Result {}

        /** He has not shown lately that it is he. */
        record StepUpNeeded() implements Result {}

        /** It is none of his. */
        record NotLinked() implements Result {}
    }

    /** Unlinks. Two at once wait for each other: they cannot close the last two ways. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () -> accounts.lock(command.owner()).chain(found -> unlink(found, command)));
    }

    private Uni<Result> unlink(Optional<Account> found, Command command) {
        return found.map(account -> unlink(account, command))
                .orElseGet(() -> answer(new Result.NotLinked()));
    }

    private Uni<Result> unlink(Account account, Command command) {
        return identities.of(account.id()).chain(own -> decide(account, own, command));
    }

    private Uni<Result> decide(Account account, List<LinkedIdentity> own, Command command) {
        return switch (new WaysIn(account.hasPassword(), own).unlink(command.identity())) {
            case WaysIn.Unlinking.NotLinked() -> answer(new Result.NotLinked());
            case WaysIn.Unlinking.LastWayIn() -> answer(new Result.LastWayIn());
            case WaysIn.Unlinking.Unlinked(var identity) ->
                    freshProof
                            .isGiven(command.owner(), command.session())
                            .chain(
                                    fresh ->
                                            fresh
                                                    ? remove(identity)
                                                    : answer(new Result.StepUpNeeded()));
        };
    }

    private Uni<Result> remove(LinkedIdentity identity) {
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                                new Actor.Customer(identity.account()),
                                "identity.unlink",
                                "account",
                                identity.account().value())
                        .with(Changes.removed(Links.said(identity)));
        return identities
                .remove(identity.id())
                .chain(() -> audit.append(entry))
                .replaceWith(new Result.Unlinked());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
