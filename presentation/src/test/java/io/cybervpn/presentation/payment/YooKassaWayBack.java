package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import java.util.Optional;

/** Refunds in YooKassa's sandbox. */
final class YooKassaWayBack implements WayBack {
    private final YooKassaStand stand = new YooKassaStand();

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public Fault onRefund(Fault fault) {
        return fault.on("POST", "/v3/refunds");
    }

    @Override
    public void refuse(PaymentView payment) {
        stand.yooKassa.refunds().next("canceled");
    }

    @Override
    public Money gone(PaymentView payment) {
        return stand.yooKassa.refunds().all().stream()
                .filter(one -> one.getString("payment_id").equals(stand.id(payment)))
                .filter(one -> one.getString("status").equals("succeeded"))
                .map(one -> one.getJsonObject("amount").getString("value"))
                .map(value -> Money.parse(value, Asset.RUB).orElseThrow())
                .reduce(Money.zero(Asset.RUB), Money::plus);
    }

    @Override
    public Optional<Push> past(PaymentView payment, Money amount) {
        stand.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        return Optional.of(
                stand.saying(
                        "refund.succeeded",
                        stand.yooKassa.refunds().inCabinet(stand.id(payment), amount.toDecimal())));
    }

    @Override
    public void calm() {
        stand.yooKassa.refunds().next("succeeded");
        stand.calm();
    }
}
