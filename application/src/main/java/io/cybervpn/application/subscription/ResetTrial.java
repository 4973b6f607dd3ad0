package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.SetTrialRight;
import io.cybervpn.application.ledger.HoldCustomer;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives a customer the right to a trial again. Needs {@link Permission#SUBSCRIPTIONS_WRITE};
 * audited. Repeatable.
 */
@Singleton
public final class ResetTrial {
    private final UnitOfWork unitOfWork;
    private final HoldCustomer holdCustomer;
    private final SetTrialRight setTrialRight;
    private final AuditTrail audit;

    @Inject
    ResetTrial(
            UnitOfWork unitOfWork,
            HoldCustomer holdCustomer,
            SetTrialRight setTrialRight,
            AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.holdCustomer = holdCustomer;
        this.setTrialRight = setTrialRight;
        this.audit = audit;
    }

    /**
     * Whose.
     *
     * @param reason when it is not the request's
     */
    public record Command(Actor actor, AccountId customer, Optional<String> reason) {}

    /** What came of it. */
    public sealed interface Result {
        /** He may have one. */
        record Done() implements Result {}

        /** There is no such customer, or his account has ended. */
        record NoSuchCustomer() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Does it. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.SUBSCRIPTIONS_WRITE)
                ? unitOfWork.run(() -> hold(command))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> hold(Command command) {
        return holdCustomer
                .execute(new HoldCustomer.Query(command.customer()))
                .chain(
                        there ->
                                there
                                        ? reset(command)
                                        : Uni.createFrom().item(new Result.NoSuchCustomer()));
    }

    private Uni<Result> reset(Command command) {
        return setTrialRight
                .execute(new SetTrialRight.Command(command.customer(), true))
                .chain(() -> audit.append(entry(command)))
                .replaceWith(new Result.Done());
    }

    private static AuditTrail.Entry entry(Command command) {
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                        command.actor(),
                        "subscription.reset_trial",
                        "account",
                        command.customer().value());
        return command.reason().map(entry::because).orElse(entry);
    }
}
