package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Refunds in T-Bank's sandbox. */
final class TBankWayBack implements WayBack {
    private final TBankStand stand = new TBankStand();

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public Fault onRefund(Fault fault) {
        return fault.on("POST", "/v2/Cancel");
    }

    @Override
    public void refuse(PaymentView payment) {
        stand.bank.payments().refuseRefunds(true);
    }

    @Override
    public Money gone(PaymentView payment) {
        JsonObject object = stand.object(payment);
        long left = object.getString("Status").equals("REFUNDED") ? 0 : object.getLong("Amount");
        return price().minus(new Money(left, Asset.RUB));
    }

    private Money price() {
        return stand.price();
    }

    @Override
    public Optional<Push> past(PaymentView payment, Money amount) {
        stand.hold(1);
        JsonObject object = stand.bank.payments().refund(stand.id(payment), amount.minorUnits());
        return Optional.of(stand.saying(object.getString("Status"), object));
    }

    @Override
    public void calm() {
        stand.bank.payments().refuseRefunds(false);
        stand.bank.payments().settleRefunds();
        stand.calm();
    }
}
