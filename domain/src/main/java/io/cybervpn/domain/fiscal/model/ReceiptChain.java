package io.cybervpn.domain.fiscal.model;

import io.cybervpn.domain.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All receipts of one payment, in the order in which they were queued, which never changes. One is
 * made after the other, so that each knows what is left of the payment and which receipt stands for
 * that so far.
 */
public final class ReceiptChain {
    private static final Comparator<FiscalReceipt> ORDER =
            Comparator.comparing((FiscalReceipt one) -> one.order().cause() != ReceiptCause.PAYMENT)
                    .thenComparing(one -> one.order().createdAt())
                    .thenComparing(one -> one.id().value());

    private final List<FiscalReceipt> all;

    /** Of one payment, in any order. */
    public ReceiptChain(List<FiscalReceipt> ofPayment) {
        this.all = ofPayment.stream().sorted(ORDER).toList();
    }

    /** Whether it is a receipt's turn. */
    public sealed interface Turn {
        /**
         * It is.
         *
         * @param left what is left of the payment with it; may be nothing
         * @param replaces the reference of the receipt that stands for the payment so far; empty if
         *     there is none, or nothing was left
         */
        record Ready(Money left, Optional<String> replaces) implements Turn {}

        /** One before it is not made yet. */
        record Waits() implements Turn {}

        /** It cannot be made here: staff must. */
        record Hopeless(String reason) implements Turn {}
    }

    /** Whether it is the turn of one of these. Pure. */
    public Turn turnOf(FiscalReceipt.Open receipt) {
        List<FiscalReceipt> before =
                all.stream().takeWhile(one -> !one.id().equals(receipt.id())).toList();
        if (receipt.order().cause() == ReceiptCause.PAYMENT) {
            return new Turn.Ready(receipt.order().amount(), Optional.empty());
        }
        if (isWithoutPayment(before) || before.stream().anyMatch(ReceiptChain::isUnfinished)) {
            return new Turn.Waits();
        }
        return before.stream().anyMatch(ReceiptChain::isByHand)
                ? new Turn.Hopeless("an earlier receipt of the payment was made by hand")
                : after(before, receipt);
    }

    private static boolean isByHand(FiscalReceipt one) {
        return one instanceof FiscalReceipt.Cancelled cancelled && cancelled.byHand();
    }

    private static boolean isWithoutPayment(List<FiscalReceipt> before) {
        return before.stream().noneMatch(one -> one.order().cause() == ReceiptCause.PAYMENT);
    }

    private static boolean isUnfinished(FiscalReceipt one) {
        return switch (one) {
            case FiscalReceipt.Open _, FiscalReceipt.GivenUp _ -> true;
            case FiscalReceipt.Registered _, FiscalReceipt.Cancelled _ -> false;
        };
    }

    private static Turn after(List<FiscalReceipt> before, FiscalReceipt.Open receipt) {
        List<FiscalReceipt.Registered> made =
                before.stream()
                        .filter(FiscalReceipt.Registered.class::isInstance)
                        .map(FiscalReceipt.Registered.class::cast)
                        .toList();
        Money standing = sum(made.stream().map(FiscalReceipt::order).toList());
        ReceiptOrder order = receipt.order();
        if (order.cause() == ReceiptCause.REFUND && standing.compareTo(order.amount()) < 0) {
            return new Turn.Hopeless("more went back than the receipts say is there");
        }
        Optional<String> replaces =
                standing.isZero()
                        ? Optional.empty()
                        : Optional.of(made.getLast().registration().reference());
        return new Turn.Ready(with(standing, order), replaces);
    }

    private static Money sum(List<ReceiptOrder> orders) {
        Money sum = Money.zero(orders.getFirst().amount().asset());
        for (ReceiptOrder order : orders) {
            sum = with(sum, order);
        }
        return sum;
    }

    private static Money with(Money standing, ReceiptOrder order) {
        return switch (order.cause()) {
            case PAYMENT, REFUND_UNDONE -> standing.plus(order.amount());
            case REFUND -> standing.minus(order.amount());
        };
    }
}
