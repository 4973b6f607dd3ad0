package io.cybervpn.application.payment;

import io.cybervpn.application.approval.ApprovalView;
import io.cybervpn.application.approval.AskApproval;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.TransferDesk.Outcome;
import io.cybervpn.application.payment.TransferDesk.Wish;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Staff say that a bank transfer came. Its money then does what any provider's does: enough of it
 * captures its payment, too little or another currency flags it, a further transfer and one without
 * a reference of ours are kept apart. Needs {@link Permission#PAYMENTS_CONFIRM}, a fresh proof of
 * the second factor and a reason; above the shop's threshold somebody else has to agree first.
 */
@Singleton
public final class RecordTransfer {
    private final UnitOfWork unitOfWork;
    private final TransferDesk desk;
    private final FourEyes fourEyes;
    private final AskApproval askApproval;
    private final StepUpRule stepUp;

    @Inject
    RecordTransfer(
            UnitOfWork unitOfWork,
            TransferDesk desk,
            FourEyes fourEyes,
            AskApproval askApproval,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.fourEyes = fourEyes;
        this.askApproval = askApproval;
        this.stepUp = stepUp;
    }

    /**
     * What came.
     *
     * @param reference as the payer wrote it; empty if there is none of ours
     * @param amount more than zero
     * @param bankReference the bank's own id of it, 3 to 100 characters
     * @param arrivedAt when the bank took it; not in the future, at most 400 days ago
     * @param reason in the words of who records it; not personal
     */
    public record Command(
            Actor actor,
            Optional<String> reference,
            Money amount,
            String bankReference,
            Instant arrivedAt,
            String reason) {}

    /** What became of it. */
    public sealed interface Result {
        /**
         * Recorded now, or before in the same words.
         *
         * @param money {@code captured}, {@code flagged} or {@code unallocated}
         */
        record Recorded(TransferView transfer, String money) implements Result {}

        /** Somebody else has to agree. */
        record NeedsApproval(ApprovalView approval) implements Result {}

        /**
         * It cannot be.
         *
         * @param code {@code reference_not_found, transfer_known, time_not_plausible} or {@code
         *     reason_required}
         */
        record Refused(String code) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Records it. Repeatable: the bank's reference says that it is the same. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PAYMENTS_CONFIRM)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        Optional<TransferReference> invoice = command.reference().flatMap(TransferReference::read);
        if (command.reference().isPresent() && invoice.isEmpty()) {
            return answer(new Result.Refused("reference_not_found"));
        }
        Wish wish =
                new Wish(
                        invoice,
                        command.amount(),
                        command.bankReference(),
                        command.arrivedAt().truncatedTo(ChronoUnit.MILLIS),
                        command.reason());
        return unitOfWork.run(
                () -> desk.look(wish).chain(seen -> decide(seen, wish, command.actor())));
    }

    private Uni<Result> decide(Outcome seen, Wish wish, Actor actor) {
        return switch (seen) {
            case Outcome.Refused(var code) -> answer(new Result.Refused(code));
            case Outcome.Before(var transfer, var payment) ->
                    desk.tell(transfer, payment).map(RecordTransfer::recorded);
            case Outcome.Possible possible ->
                    fourEyes.areNeededFor(wish.amount())
                            ? ask(wish, actor)
                            : desk.carryOut(possible, wish, actor)
                                    .map(
                                            done ->
                                                    done.map(RecordTransfer::recorded)
                                                            .orElseGet(RecordTransfer::known));
        };
    }

    private static Result known() {
        return new Result.Refused("transfer_known");
    }

    private static Result recorded(TransferDesk.Done done) {
        String money =
                switch (done.money()) {
                    case ConfirmPayment.Result.Confirmed _ -> "captured";
                    case ConfirmPayment.Result.Flagged _ -> "flagged";
                    case ConfirmPayment.Result.NoSuchPayment _ -> "unallocated";
                };
        return new Result.Recorded(TransferView.of(done.transfer()), money);
    }

    private Uni<Result> ask(Wish wish, Actor actor) {
        return askApproval
                .execute(
                        new AskApproval.Command(
                                actor,
                                RecordTransferDeed.KIND,
                                wish.bankReference(),
                                wish.amount(),
                                RecordTransferDeed.details(wish),
                                wish.reason()))
                .map(RecordTransfer::result);
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
