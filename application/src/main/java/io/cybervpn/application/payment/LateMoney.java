package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.repository.ReturnInquiries;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Has it asked what is left of money that is heard of when its payment was over already. Some of it
 * may have gone back by then, which was told before the money was, and was given up as nobody's.
 * Only of providers that say what is left; others name what went back whenever they are read.
 */
@Singleton
final class LateMoney {
    private final RefundingGateways gateways;
    private final ReturnInquiries inquiries;
    private final Clock clock;

    @Inject
    LateMoney(RefundingGateways gateways, ReturnInquiries inquiries, Clock clock) {
        this.gateways = gateways;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /**
     * In the open unit of work. Repeatable.
     *
     * @param held the payments as they were before
     * @param results of the commands, in their order
     */
    Uni<Void> ask(
            List<Payment> held,
            List<ConfirmPayment.Command> commands,
            List<ConfirmPayment.Result> results) {
        Set<PaymentId> over =
                held.stream()
                        .filter(LateMoney::isOver)
                        .map(Payment::id)
                        .collect(Collectors.toSet());
        List<ConfirmPayment.Command> late =
                IntStream.range(0, commands.size())
                        .filter(i -> isFirst(results.get(i)))
                        .mapToObj(commands::get)
                        .filter(command -> over.contains(command.payment()))
                        .filter(command -> saysWhatIsLeft(command.provider()))
                        .toList();
        return Multi.createFrom()
                .iterable(late)
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                inquiries.open(
                                        one.provider(), one.receipt().reference(), clock.instant()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static boolean isOver(Payment payment) {
        return payment instanceof Payment.Expired || payment instanceof Payment.Failed;
    }

    private static boolean isFirst(ConfirmPayment.Result result) {
        return result instanceof ConfirmPayment.Result.Confirmed(_, var first) && first;
    }

    private boolean saysWhatIsLeft(String provider) {
        return gateways.find(provider).filter(RefundingGateway::tellsWhatIsLeft).isPresent();
    }
}
