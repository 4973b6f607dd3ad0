package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Refunds of stars in Telegram's sandbox: all of a charge or nothing. */
final class StarsWayBack implements WayBack {
    private final StarsStand stand = new StarsStand();
    private final TelegramBot telegram = ShopWorld.sandbox().telegram();

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public boolean inParts() {
        return false;
    }

    @Override
    public Fault onRefund(Fault fault) {
        return fault.on("POST", "/bot" + TelegramBot.TOKEN + "/refundStarPayment");
    }

    /** It does not know the charge any more. */
    @Override
    public void refuse(PaymentView payment) {
        telegram.invoices().forget(charge(payment).getString("id"));
    }

    @Override
    public Money gone(PaymentView payment) {
        return telegram.invoices().transactions().stream()
                .filter(it -> of(it.getJsonObject("receiver", new JsonObject()), payment))
                .map(it -> new Money(it.getLong("amount"), Asset.XTR))
                .reduce(Money.zero(Asset.XTR), Money::plus);
    }

    private JsonObject charge(PaymentView payment) {
        return charges(payment).getFirst();
    }

    private List<JsonObject> charges(PaymentView payment) {
        return telegram.invoices().transactions().stream()
                .filter(it -> of(it.getJsonObject("source", new JsonObject()), payment))
                .toList();
    }

    /** The charge that was taken last. */
    String newest(PaymentView payment) {
        return charges(payment).getLast().getString("id");
    }

    private static boolean of(JsonObject partner, PaymentView payment) {
        return payment.id().value().toString().equals(partner.getString("invoice_payload"));
    }

    @Override
    public Optional<Push> past(PaymentView payment, Money amount) {
        assertThat(amount).isEqualTo(stand.price());
        return Optional.of(back(payment, charge(payment).getString("id")));
    }

    /** Telegram gives one charge back, and its push is held back. */
    Push back(PaymentView payment, String charge) {
        stand.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        assertThat(telegram.invoices().giveBack(charge, TelegramBot.USER)).isTrue();
        JsonObject refund =
                new JsonObject()
                        .put("currency", "XTR")
                        .put("total_amount", stand.price().minorUnits())
                        .put("invoice_payload", payment.id().value().toString())
                        .put("telegram_payment_charge_id", charge);
        return stand.sealed(
                new JsonObject()
                        .put("update_id", System.nanoTime())
                        .put("message", new JsonObject().put("refunded_payment", refund))
                        .encode());
    }
}
