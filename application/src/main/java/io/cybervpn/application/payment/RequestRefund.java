package io.cybervpn.application.payment;

import io.cybervpn.application.approval.ApprovalView;
import io.cybervpn.application.approval.AskApproval;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.RefundPromise.Outcome;
import io.cybervpn.application.payment.RefundPromise.Wish;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Gives money of a payment back, all of it or a part, the way it came or to the payer's wallet. The
 * money is promised and booked at once and sent soon after. Needs {@link
 * Permission#PAYMENTS_REFUND}, a fresh proof of the second factor and a reason; above the shop's
 * threshold somebody else has to agree first.
 */
@Singleton
public final class RequestRefund {
    private final UnitOfWork unitOfWork;
    private final RefundPromise promise;
    private final FourEyes fourEyes;
    private final AskApproval askApproval;
    private final StepUpRule stepUp;

    @Inject
    RequestRefund(
            UnitOfWork unitOfWork,
            RefundPromise promise,
            FourEyes fourEyes,
            AskApproval askApproval,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.promise = promise;
        this.fourEyes = fourEyes;
        this.askApproval = askApproval;
        this.stepUp = stepUp;
    }

    /**
     * What to give back.
     *
     * @param amount decimal text in the currency that came; empty: all that is left
     * @param toWallet false: the way it came
     * @param key the asker's own: of one payment a key gives one refund
     */
    public record Command(
            Actor actor,
            PaymentId payment,
            Optional<String> amount,
            boolean toWallet,
            String key,
            String reason) {}

    /** What became of it. */
    public sealed interface Result {
        /** Promised now, or by the same key before. */
        record Promised(RefundView refund) implements Result {}

        /** Somebody else has to agree. */
        record NeedsApproval(ApprovalView approval) implements Result {}

        /** There is no such payment. */
        record NoSuchPayment() implements Result {}

        /**
         * It cannot be.
         *
         * @param code {@code not_paid, not_settled_yet, nothing_left, too_much, amount_not_exact,
         *     refund_not_supported, payer_gone} or {@code key_reused}
         */
        record Refused(String code) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Gives back. Repeatable with the same key. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PAYMENTS_REFUND)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        Wish wish =
                new Wish(
                        command.payment(),
                        command.amount(),
                        command.toWallet(),
                        command.key(),
                        command.reason());
        return unitOfWork.run(() -> promise.look(wish).chain(seen -> decide(seen, wish, command)));
    }

    private Uni<Result> decide(Outcome seen, Wish wish, Command command) {
        return switch (seen) {
            case Outcome.NoSuchPayment() -> answer(new Result.NoSuchPayment());
            case Outcome.Refused(var code) -> answer(new Result.Refused(code));
            case Outcome.Before(var refund) -> answer(new Result.Promised(refund));
            case Outcome.Possible possible ->
                    fourEyes.areNeededFor(possible.funding().amount())
                            ? ask(possible, command)
                            : promise.keep(possible, wish)
                                    .call(view -> promise.record(command.actor(), view))
                                    .map(Result.Promised::new);
        };
    }

    private Uni<Result> ask(Outcome.Possible possible, Command command) {
        return askApproval
                .execute(
                        new AskApproval.Command(
                                command.actor(),
                                RefundPaymentDeed.KIND,
                                command.payment().value().toString(),
                                possible.funding().amount(),
                                Map.of("to", command.toWallet() ? "wallet" : "provider"),
                                command.reason()))
                .map(RequestRefund::result);
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
