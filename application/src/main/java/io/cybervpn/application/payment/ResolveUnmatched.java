package io.cybervpn.application.payment;

import io.cybervpn.application.approval.ApprovalView;
import io.cybervpn.application.approval.AskApproval;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.ResolvingDesk.Outcome;
import io.cybervpn.application.payment.ResolvingDesk.Wish;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Decides on money that came and fits no payment: it is a customer's, it pays an order of his, it
 * went back by hand, or the shop keeps it. Once. Needs {@link Permission#PAYMENTS_REFUND}, a fresh
 * proof of the second factor and a reason; above the shop's threshold somebody else has to agree
 * first.
 */
@Singleton
public final class ResolveUnmatched {
    private final UnitOfWork unitOfWork;
    private final ResolvingDesk desk;
    private final FourEyes fourEyes;
    private final AskApproval askApproval;
    private final StepUpRule stepUp;

    @Inject
    ResolveUnmatched(
            UnitOfWork unitOfWork,
            ResolvingDesk desk,
            FourEyes fourEyes,
            AskApproval askApproval,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.fourEyes = fourEyes;
        this.askApproval = askApproval;
        this.stepUp = stepUp;
    }

    /** What to decide. */
    public record Command(Actor actor, UnmatchedId id, Resolution resolution, String reason) {}

    /** What became of it. */
    public sealed interface Result {
        /** Decided and booked. */
        record Resolved() implements Result {}

        /** Somebody else has to agree. */
        record NeedsApproval(ApprovalView approval) implements Result {}

        /** There is no such money. */
        record NotThere() implements Result {}

        /**
         * It cannot be.
         *
         * @param code {@code nothing_left, amount_unknown, customer_not_found, order_not_found,
         *     order_paid, order_cancelled, not_enough_money, other_currency} or {@code
         *     reason_required}
         */
        record Refused(String code) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Decides. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PAYMENTS_REFUND)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        Wish wish = new Wish(command.id(), command.resolution(), command.reason());
        return unitOfWork.run(() -> desk.look(wish).chain(seen -> decide(seen, wish, command)));
    }

    private Uni<Result> decide(Outcome seen, Wish wish, Command command) {
        return switch (seen) {
            case Outcome.NotThere() -> answer(new Result.NotThere());
            case Outcome.Refused(var code) -> answer(new Result.Refused(code));
            case Outcome.Possible possible ->
                    possible.left().filter(fourEyes::areNeededFor).isPresent()
                            ? ask(possible, command)
                            : desk.carryOut(possible, wish, command.actor())
                                    .replaceWith(new Result.Resolved());
        };
    }

    private Uni<Result> ask(Outcome.Possible possible, Command command) {
        return askApproval
                .execute(
                        new AskApproval.Command(
                                command.actor(),
                                ResolveUnmatchedDeed.KIND,
                                command.id().value().toString(),
                                possible.left().orElseThrow(),
                                ResolveUnmatchedDeed.details(command.resolution()),
                                command.reason()))
                .map(ResolveUnmatched::result);
    }

    private static Result result(AskApproval.Result asked) {
        return switch (asked) {
            case AskApproval.Result.Asked(var approval) -> new Result.NeedsApproval(approval);
            case AskApproval.Result.AlreadyAsked(var approval) ->
                    new Result.NeedsApproval(approval);
            case AskApproval.Result.Forbidden() -> new Result.Forbidden();
            case AskApproval.Result.StepUpRequired() -> new Result.StepUpRequired();
            case AskApproval.Result.NoReason() -> new Result.Refused("reason_required");
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
