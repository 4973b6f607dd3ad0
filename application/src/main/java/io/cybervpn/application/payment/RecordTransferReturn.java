package io.cybervpn.application.payment;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.BankReturn;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Staff say that they sent a refund by hand, that it cannot be sent, or that it came back. The
 * refund follows in the same transaction, as it would a provider's word. Needs {@link
 * Permission#PAYMENTS_REFUND}, a fresh proof of the second factor and a reason. Who promised the
 * refund had the four eyes.
 */
@Singleton
public final class RecordTransferReturn {
    private final UnitOfWork unitOfWork;
    private final BankReturns returns;
    private final RefundDesk desk;
    private final RefundOutcome outcome;
    private final AuditTrail audit;
    private final StepUpRule stepUp;

    @Inject
    RecordTransferReturn(
            UnitOfWork unitOfWork,
            BankReturns returns,
            RefundDesk desk,
            RefundOutcome outcome,
            AuditTrail audit,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.returns = returns;
        this.desk = desk;
        this.outcome = outcome;
        this.audit = audit;
        this.stepUp = stepUp;
    }

    /**
     * What is said of which refund.
     *
     * @param bankReference the bank's own id of the transfer that was sent, 3 to 100 characters;
     *     empty: it was not sent, or came back
     * @param reason in the words of who says so; not personal
     */
    public record Command(
            Actor actor, RefundId refund, Optional<String> bankReference, String reason) {
        private BankReturn.Word word() {
            return bankReference
                    .<BankReturn.Word>map(BankReturn.Word.Sent::new)
                    .orElseGet(() -> new BankReturn.Word.Failed(reason));
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** Noted now, or before by the same word. */
        record Noted() implements Result {}

        /** There is no such refund to be sent by hand. */
        record NotThere() implements Result {}

        /** It was said to have failed before, or to have been sent by another transfer. */
        record Contradiction() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Notes it. Repeatable. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PAYMENTS_REFUND)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        return unitOfWork.run(
                () -> returns.find(command.refund()).chain(found -> hold(found, command)));
    }

    /** Under the lock of the payment it is read again: somebody else may have been quicker. */
    private Uni<Result> hold(Optional<BankReturn> found, Command command) {
        return found.map(
                        seen ->
                                desk.hold(seen.order().payment())
                                        .map(Optional::orElseThrow)
                                        .chain(held -> hear(held, command)))
                .orElseGet(() -> answer(new Result.NotThere()));
    }

    private Uni<Result> hear(RefundDesk.Held held, Command command) {
        Refund refund =
                held.refunds().stream()
                        .filter(one -> one.id().equals(command.refund()))
                        .findFirst()
                        .orElseThrow();
        return returns.find(command.refund())
                .map(Optional::orElseThrow)
                .chain(now -> take(now.hear(command.word(), desk.now()), refund, command));
    }

    private Uni<Result> take(BankReturn.Step step, Refund refund, Command command) {
        return switch (step) {
            case BankReturn.Step.Same _ -> answer(new Result.Noted());
            case BankReturn.Step.Contradiction() -> answer(new Result.Contradiction());
            case BankReturn.Step.Now(var state) ->
                    returns.save(state)
                            .chain(() -> outcome.follow(refund, statusOf(state)))
                            .chain(() -> record(command))
                            .replaceWith(new Result.Noted());
        };
    }

    /** A refund by hand as a provider would tell of it; its reference is its own id. */
    public static RefundStatus statusOf(BankReturn state) {
        String reference = state.order().refund().value().toString();
        return switch (state) {
            case BankReturn.Waiting _ -> new RefundStatus.Underway(reference);
            case BankReturn.Sent _ -> new RefundStatus.Done(reference);
            case BankReturn.Failed failed ->
                    new RefundStatus.Over(Optional.of(reference), failed.why());
        };
    }

    private Uni<Void> record(Command command) {
        return audit.append(
                AuditTrail.Entry.of(
                                command.actor(),
                                "payments.record_return",
                                "refund",
                                command.refund().value())
                        .with(
                                Changes.created(
                                        command.bankReference()
                                                .map(sent -> Map.of("bankReference", sent))
                                                .orElseGet(() -> Map.of("sent", "false"))))
                        .because(command.reason()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
