package io.cybervpn.application.ledger;

import io.cybervpn.application.approval.ApprovalView;
import io.cybervpn.application.approval.AskApproval;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.Adjustment;
import io.cybervpn.domain.ledger.AdjustmentId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Changes a wallet by hand: puts money in, takes it out, gives something to spend. Needs {@link
 * Permission#WALLETS_ADJUST}, a fresh proof of the second factor and the request's reason; above
 * the amount of {@link FourEyes} it is only asked for, and done when somebody else approves.
 * Repeatable by the request key.
 */
@Singleton
public final class AdjustWallet {
    /** The largest amount, in minor units: what no hand ever needs to type. */
    public static final long MINOR_UNITS_MAX = 1_000_000_000_000L;

    private final AdjustingDesk desk;
    private final FourEyes fourEyes;
    private final AskApproval askApproval;
    private final Circumstances circumstances;

    @Inject
    AdjustWallet(
            AdjustingDesk desk,
            FourEyes fourEyes,
            AskApproval askApproval,
            Circumstances circumstances) {
        this.desk = desk;
        this.fourEyes = fourEyes;
        this.askApproval = askApproval;
        this.circumstances = circumstances;
    }

    /** When, why and how sure. */
    @Singleton
    static final class Circumstances {
        private final StepUpRule stepUp;
        private final Origins origins;
        private final Clock clock;

        @Inject
        Circumstances(StepUpRule stepUp, Origins origins, Clock clock) {
            this.stepUp = stepUp;
            this.origins = origins;
            this.clock = clock;
        }

        private String reason() {
            return origins.current().reason().orElse("");
        }
    }

    /**
     * What to do.
     *
     * @param requestKey the key of the request of this member of staff
     */
    public record Command(Actor actor, AccountId owner, Adjustment adjustment, String requestKey) {}

    /** What came of it. */
    public sealed interface Result {
        /** Booked: now, or by the same request before. */
        record Adjusted(AdjustmentId id) implements Result {}

        /** Somebody else has to agree first. */
        record Asked(ApprovalView approval) implements Result {}

        /** There is less to take; nothing was taken. */
        record NotEnough(Money available) implements Result {}

        /** There is no such customer, or his account has ended. */
        record NoSuchOwner() implements Result {}

        /** Nothing, too much, or a grant that would lapse before it is given. */
        record OutOfRange() implements Result {}

        /** The actor lacks the permission, or is no member of staff. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}

        /** Nobody said why. */
        record NoReason() implements Result {}
    }

    /** Does it or asks for it. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .filter(_ -> command.actor().may(Permission.WALLETS_ADJUST))
                .map(staff -> AdjustmentId.of(staff, command.requestKey()))
                .map(
                        id ->
                                check(
                                        new AdjustingDesk.Order(
                                                command.owner(), id, command.adjustment()),
                                        command))
                .orElseGet(() -> answer(new Result.Forbidden()));
    }

    private Uni<Result> check(AdjustingDesk.Order order, Command command) {
        if (!circumstances.stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        if (!isInRange(order.adjustment())) {
            return answer(new Result.OutOfRange());
        }
        return fourEyes.areNeededFor(order.amount())
                ? ask(order, command.actor())
                : desk.carryOut(command.actor(), order).map(outcome -> result(order, outcome));
    }

    private boolean isInRange(Adjustment adjustment) {
        Money amount = adjustment.amount();
        return !amount.isZero()
                && amount.minorUnits() <= MINOR_UNITS_MAX
                && switch (adjustment) {
                    case Adjustment.Credit _, Adjustment.Debit _ -> true;
                    case Adjustment.Grant(_, var lapsesAt) ->
                            lapsesAt.filter(end -> !end.isAfter(circumstances.clock.instant()))
                                    .isEmpty();
                };
    }

    private Uni<Result> ask(AdjustingDesk.Order order, Actor actor) {
        return askApproval
                .execute(
                        new AskApproval.Command(
                                actor,
                                AdjustWalletDeed.KIND,
                                order.id().value().toString(),
                                order.amount(),
                                AdjustWalletDeed.details(order),
                                circumstances.reason()))
                .map(AdjustWallet::result);
    }

    private static Result result(AskApproval.Result asked) {
        return switch (asked) {
            case AskApproval.Result.Asked(var approval) -> new Result.Asked(approval);
            case AskApproval.Result.AlreadyAsked(var approval) -> new Result.Asked(approval);
            case AskApproval.Result.Forbidden() -> new Result.Forbidden();
            case AskApproval.Result.StepUpRequired() -> new Result.StepUpRequired();
            case AskApproval.Result.NoReason() -> new Result.NoReason();
        };
    }

    private static Result result(AdjustingDesk.Order order, AdjustingDesk.Outcome outcome) {
        return switch (outcome) {
            case AdjustingDesk.Outcome.Done() -> new Result.Adjusted(order.id());
            case AdjustingDesk.Outcome.NoSuchOwner() -> new Result.NoSuchOwner();
            case AdjustingDesk.Outcome.NotEnough(var available) -> new Result.NotEnough(available);
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
