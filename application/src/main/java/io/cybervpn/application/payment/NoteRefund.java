package io.cybervpn.application.payment;

import io.cybervpn.application.payment.RefundDesk.Held;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes a provider's word that money of a payment went back, whoever caused it there: staff at the
 * provider, the payer's bank, or we ourselves. Told before its payment is settled here it waits for
 * that. A repeated word does nothing; the provider's id of the refund says that it is one.
 */
@Singleton
public final class NoteRefund {
    private final UnitOfWork unitOfWork;
    private final RefundDesk desk;
    private final Ids ids;

    @Inject
    NoteRefund(UnitOfWork unitOfWork, RefundDesk desk, Ids ids) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.ids = ids;
    }

    /**
     * What the provider said.
     *
     * @param reference the provider's id of the refund or the dispute
     * @param undone it did not come true after all: it failed, or the dispute was won
     */
    public record Command(
            PaymentId payment,
            String provider,
            String reference,
            Money amount,
            RefundCause cause,
            boolean undone) {}

    /** What it means. */
    public sealed interface Result {
        /** Noted now or before. */
        record Noted(PaymentId payment) implements Result {}

        /** It contradicts what is known: staff must look. */
        record Flagged(PaymentId payment, String reason) implements Result {}

        /** We never asked this provider for this payment. Nothing was stored. */
        record NoSuchPayment(PaymentId payment) implements Result {}
    }

    /** Takes it. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () -> desk.hold(command.payment()).chain(found -> note(found, command)));
    }

    private Uni<Result> note(Optional<Held> found, Command command) {
        Optional<Held> ours =
                found.filter(
                        held -> held.payment().request().provider().equals(command.provider()));
        if (ours.isEmpty()) {
            return Uni.createFrom().item(new Result.NoSuchPayment(command.payment()));
        }
        return command.undone() ? undo(ours.get(), command) : take(ours.get(), command);
    }

    private Uni<Result> take(Held held, Command command) {
        return held.byReference(command.reference())
                .or(() -> adoptable(held, command))
                .map(known -> arrived(held, known, command))
                .orElseGet(() -> report(held, command));
    }

    /**
     * One of ours of this amount is on its way and we do not know its id yet: this is its id. Were
     * it not, its own answer would name another id and be noted then.
     */
    private static Optional<Refund> adoptable(Held held, Command command) {
        return held.refunds().stream()
                .filter(_ -> command.cause() == RefundCause.PROVIDER)
                .filter(Refund.Underway.class::isInstance)
                .filter(one -> one.knownReference().isEmpty())
                .filter(one -> one.request().amount().equals(command.amount()))
                .findFirst();
    }

    private Uni<Result> arrived(Held held, Refund known, Command command) {
        if (!known.request().amount().equals(command.amount())) {
            return contradict(
                    held,
                    "refund %s is of %s, now it is said to be of %s"
                            .formatted(
                                    command.reference(),
                                    known.request().amount(),
                                    command.amount()));
        }
        return switch (known) {
            case Refund.Reported reported ->
                    desk.settle(held, reported).replaceWith(noted(command));
            case Refund.Underway _, Refund.Succeeded _, Refund.Failed _ ->
                    carryOut(
                            held,
                            known.succeed(
                                    held.payment(), Optional.of(command.reference()), desk.now()),
                            command);
        };
    }

    private Uni<Result> carryOut(Held held, Refund.Step step, Command command) {
        return switch (step) {
            case Refund.Step.Contradiction(var why) ->
                    contradict(held, "refund %s: %s".formatted(command.reference(), why));
            case Refund.Step.Same _,
                    Refund.Step.Moved _,
                    Refund.Step.Done _,
                    Refund.Step.Undone _,
                    Refund.Step.AnotherOne _ ->
                    desk.carryOut(step).replaceWith(noted(command));
        };
    }

    private Uni<Result> report(Held held, Command command) {
        Refund.Reported reported = new Refund.Reported(request(command), command.reference());
        return desk.add(reported)
                .chain(() -> desk.settle(held, reported))
                .replaceWith(noted(command));
    }

    private Uni<Result> undo(Held held, Command command) {
        String why = "undone at the provider";
        return held.byReference(command.reference())
                .map(known -> desk.carryOut(known.fail(held.payment(), why, desk.now())))
                .orElseGet(() -> desk.add(neverWas(command, why)))
                .replaceWith(noted(command));
    }

    /** Told before the refund itself: kept, so that the refund finds that it is over. */
    private Refund neverWas(Command command, String why) {
        return new Refund.Failed(
                request(command),
                Optional.empty(),
                Optional.of(command.reference()),
                why,
                desk.now());
    }

    private RefundRequest request(Command command) {
        return new RefundRequest(
                new RefundId(ids.next()),
                command.payment(),
                command.amount(),
                command.cause(),
                Destination.PROVIDER,
                command.provider() + " " + command.reference(),
                command.cause() == RefundCause.DISPUTE
                        ? "disputed at the provider"
                        : "refunded at the provider",
                desk.now());
    }

    private Uni<Result> contradict(Held held, String why) {
        return desk.flag(held.payment(), why)
                .replaceWith(new Result.Flagged(held.payment().id(), why));
    }

    private static Result noted(Command command) {
        return new Result.Noted(command.payment());
    }
}
