package io.cybervpn.application.payment;

import io.cybervpn.application.payment.RefundDesk.Held;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes the word of a provider that names no refunds and only says what is left of a payment: what
 * went back beyond what we know of went back past us. While one of ours is on its way nothing can
 * be said, since it may or may not be in that sum.
 */
@Singleton
final class NoteLeftOver {
    private final UnitOfWork unitOfWork;
    private final RefundDesk desk;
    private final NoteRefund noteRefund;

    @Inject
    NoteLeftOver(UnitOfWork unitOfWork, RefundDesk desk, NoteRefund noteRefund) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.noteRefund = noteRefund;
    }

    /** Who said it, and what. */
    record Command(PaymentId payment, String provider, Money left) {}

    /** What it means. */
    sealed interface Result {
        /** All is known now. */
        record Noted() implements Result {}

        /** Our own part is not done: to be asked again. */
        record NotYet() implements Result {}

        /** There is no such payment of this provider. */
        record NoSuchPayment() implements Result {}
    }

    /** Takes it. Repeatable. */
    Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () -> desk.hold(command.payment()).chain(found -> note(found, command)));
    }

    private Uni<Result> note(Optional<Held> found, Command command) {
        return found.filter(one -> one.payment().request().provider().equals(command.provider()))
                .map(held -> note(held, command))
                .orElseGet(() -> answer(new Result.NoSuchPayment()));
    }

    private Uni<Result> note(Held held, Command command) {
        Optional<Money> received = RefundDesk.received(held.payment());
        if (received.isEmpty() || ourOwnIsOnItsWay(held)) {
            return answer(new Result.NotYet());
        }
        if (!received.get().asset().equals(command.left().asset())) {
            return contradict(held, "in another currency than came");
        }
        Money known = known(held, received.get());
        Money all = received.get();
        return command.left().compareTo(all) > 0 || known.plus(command.left()).compareTo(all) > 0
                ? contradict(held, "more is left than there should be: " + command.left())
                : past(held, command, all.minus(known).minus(command.left()));
    }

    private static boolean ourOwnIsOnItsWay(Held held) {
        return held.refunds().stream().anyMatch(Refund.Underway.class::isInstance);
    }

    private static Money known(Held held, Money received) {
        return held.refunds().stream()
                .filter(one -> one.request().to() == Destination.PROVIDER)
                .filter(one -> !(one instanceof Refund.Failed))
                .map(one -> one.request().amount())
                .filter(amount -> amount.asset().equals(received.asset()))
                .reduce(Money.zero(received.asset()), Money::plus);
    }

    /** The sum that is left makes the name: a repeated word is the same refund. */
    private Uni<Result> past(Held held, Command command, Money difference) {
        return difference.isZero()
                ? answer(new Result.Noted())
                : noteRefund
                        .execute(
                                new NoteRefund.Command(
                                        command.payment(),
                                        command.provider(),
                                        reference(held.payment(), command.left()),
                                        difference,
                                        RefundCause.PROVIDER,
                                        false))
                        .replaceWith(new Result.Noted());
    }

    private static String reference(Payment payment, Money left) {
        return "%s left %s".formatted(payment.id().value(), left.toDecimal());
    }

    private Uni<Result> contradict(Held held, String why) {
        return desk.flag(held.payment(), "the provider says of refunds: " + why)
                .replaceWith(new Result.Noted());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
