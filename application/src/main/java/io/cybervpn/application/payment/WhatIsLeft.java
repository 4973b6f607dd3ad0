package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaidPayments;
import io.cybervpn.application.payment.port.PaidPayments.Paid;
import io.cybervpn.application.payment.port.PaidPayments.WentBack;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of a provider that names no refunds what is left of a payment is held against what came and what
 * went back by the books: neither side may have given back what the other does not know of.
 */
@Singleton
final class WhatIsLeft {
    private final RefundingGateways refundings;
    private final PaidPayments payments;

    @Inject
    WhatIsLeft(RefundingGateways refundings, PaidPayments payments) {
        this.refundings = refundings;
        this.payments = payments;
    }

    /**
     * What came of it.
     *
     * @param open those that are still odd and must be asked about in another way
     */
    record Judged(List<Paid> open, List<Difference> differences) {}

    private sealed interface Verdict {
        record Agreed() implements Verdict {}

        record Differs(Difference difference) implements Verdict {}

        record Unsaid(Paid paid) implements Verdict {}
    }

    /**
     * Judges a page of payments. One question for each that is odd or of which something went back.
     *
     * @param odd those of which the provider does not say that they are paid as we booked them
     */
    Uni<Judged> judge(String provider, List<Paid> page, List<Paid> odd) {
        return refundings
                .find(provider)
                .filter(RefundingGateway::tellsWhatIsLeft)
                .map(gateway -> judge(gateway, page, odd))
                .orElseGet(() -> Uni.createFrom().item(new Judged(odd, List.of())));
    }

    private Uni<Judged> judge(RefundingGateway gateway, List<Paid> page, List<Paid> odd) {
        Set<PaymentId> ids = page.stream().map(Paid::payment).collect(Collectors.toSet());
        Set<Paid> suspects = new HashSet<>(odd);
        return payments.wentBack(ids)
                .chain(
                        back ->
                                verdicts(
                                        gateway,
                                        page.stream()
                                                .filter(
                                                        one ->
                                                                suspects.contains(one)
                                                                        || back.containsKey(
                                                                                one.payment()))
                                                .toList(),
                                        back))
                .map(verdicts -> sum(verdicts, suspects));
    }

    private static Uni<List<Verdict>> verdicts(
            RefundingGateway gateway, List<Paid> asked, Map<PaymentId, WentBack> back) {
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUniAndConcatenate(
                        paid ->
                                said(gateway, paid)
                                        .map(
                                                said ->
                                                        verdict(
                                                                paid,
                                                                Optional.ofNullable(
                                                                        back.get(paid.payment())),
                                                                said)))
                .collect()
                .asList();
    }

    /** One without an answer is asked about in another way, which tells whether all are silent. */
    private static Uni<GoneBack> said(RefundingGateway gateway, Paid paid) {
        return gateway.goneBack(paid.receipt().reference())
                .onFailure(GatewayUnavailable.class)
                .recoverWithItem(
                        failure -> new GoneBack.Strange(String.valueOf(failure.getMessage())));
    }

    private static Verdict verdict(Paid paid, Optional<WentBack> back, GoneBack said) {
        return switch (said) {
            case GoneBack.Left(_, var left) -> verdict(paid, back, left);
            // it is on its way, and told when it is there
            case GoneBack.NotYet() -> new Verdict.Agreed();
            case GoneBack.Named _, GoneBack.Nothing _, GoneBack.Strange _ ->
                    new Verdict.Unsaid(paid);
        };
    }

    private static Verdict verdict(Paid paid, Optional<WentBack> back, Money left) {
        if (back.filter(WentBack::underway).isPresent()) {
            return new Verdict.Agreed();
        }
        Money gone = back.map(WentBack::amount).orElseGet(() -> Money.zero(left.asset()));
        Received expected = new Received.Exact(left.plus(gone));
        return paid.receipt().received().equals(expected)
                ? new Verdict.Agreed()
                : new Verdict.Differs(
                        new Difference(
                                "payment-of-other-money-at-provider",
                                paid.payment().value().toString(),
                                "booked %s, of which %s went back; the provider has %s left"
                                        .formatted(paid.receipt().received(), gone, left)));
    }

    private static Judged sum(List<Verdict> verdicts, Set<Paid> odd) {
        return new Judged(
                verdicts.stream()
                        .filter(Verdict.Unsaid.class::isInstance)
                        .map(one -> ((Verdict.Unsaid) one).paid())
                        .filter(odd::contains)
                        .toList(),
                verdicts.stream()
                        .filter(Verdict.Differs.class::isInstance)
                        .map(one -> ((Verdict.Differs) one).difference())
                        .toList());
    }
}
