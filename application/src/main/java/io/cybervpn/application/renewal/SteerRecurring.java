package io.cybervpn.application.renewal;

import io.cybervpn.application.payment.MandateView;
import io.cybervpn.application.payment.SteerMandate;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Ends what a payment provider charges for a subscription by itself, or lets its owner have it go
 * on: for its owner, or for staff with {@link Permission#RENEWALS_WRITE}, audited. What is paid
 * stays paid. The provider is told soon after. Repeatable.
 */
@Singleton
public final class SteerRecurring {
    private final UnitOfWork unitOfWork;
    private final ViewRecurring viewRecurring;
    private final SteerMandate steerMandate;
    private final AuditTrail audit;

    @Inject
    SteerRecurring(
            UnitOfWork unitOfWork,
            ViewRecurring viewRecurring,
            SteerMandate steerMandate,
            AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.viewRecurring = viewRecurring;
        this.steerMandate = steerMandate;
        this.audit = audit;
    }

    /**
     * Which, and what.
     *
     * @param asStaff whose subscription it is does not matter, but what the actor may
     */
    public record Command(
            Actor actor, SubscriptionId subscription, Steering steering, boolean asStaff) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is as wished; the provider is told soon. */
        record Steered(MandateView mandate) implements Result {}

        /** What was paid is over, or the provider could not charge: it cannot go on. */
        record TooLate() implements Result {}

        /** No provider ever charged for it by itself. */
        record NothingCharged() implements Result {}

        /** It is not there, or not his. */
        record NoSuchSubscription() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Steers. */
    public Uni<Result> execute(Command command) {
        if (command.asStaff() && !command.actor().may(Permission.RENEWALS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return unitOfWork.run(
                () ->
                        viewRecurring
                                .execute(
                                        new ViewRecurring.Query(
                                                viewer(command), command.subscription()))
                                .chain(shown -> steer(shown, command)));
    }

    /** At the door of customers also staff have nothing but their own. */
    private static Actor viewer(Command command) {
        return command.asStaff()
                ? command.actor()
                : command.actor().account().<Actor>map(Actor.Customer::new).orElse(command.actor());
    }

    private Uni<Result> steer(ViewRecurring.Result shown, Command command) {
        return switch (shown) {
            case ViewRecurring.Result.NoSuchSubscription() ->
                    answer(new Result.NoSuchSubscription());
            case ViewRecurring.Result.Shown(var mandate) -> steer(mandate, command);
        };
    }

    private Uni<Result> steer(Optional<MandateView> found, Command command) {
        return found.map(
                        mandate ->
                                steerMandate
                                        .execute(
                                                new SteerMandate.Command(
                                                        mandate.payment(), command.steering()))
                                        .map(SteerRecurring::result)
                                        .call(result -> record(command, result)))
                .orElseGet(() -> answer(new Result.NothingCharged()));
    }

    private static Result result(SteerMandate.Result steered) {
        return switch (steered) {
            case SteerMandate.Result.Steered(var mandate) -> new Result.Steered(mandate);
            case SteerMandate.Result.TooLate() -> new Result.TooLate();
            case SteerMandate.Result.NoSuchMandate() -> new Result.NothingCharged();
        };
    }

    private Uni<Void> record(Command command, Result result) {
        return command.asStaff() && result instanceof Result.Steered
                ? audit.append(
                        AuditTrail.Entry.of(
                                command.actor(),
                                command.steering() == Steering.CANCEL
                                        ? "renewal.cancel_recurring"
                                        : "renewal.allow_recurring",
                                "subscription",
                                command.subscription().value().toString()))
                : Uni.createFrom().voidItem();
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
