package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.payment.MandateView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a payment provider charges for a subscription by itself.
 *
 * @param state {@code running}, {@code cancelled} or {@code failed}
 * @param provider such as {@code stars}
 * @param price what is taken each time
 * @param periodDays from one charge to the next
 * @param nextChargeAt while it runs: when the next charge is due
 * @param paidUntil the end of what was charged for
 * @param providerUntold the provider is told of the latest wish within seconds
 */
@Schema(name = "RecurringPayment")
record RecurringPaymentJson(
        String state,
        String provider,
        MoneyJson price,
        long periodDays,
        @Schema(nullable = true) Optional<Instant> nextChargeAt,
        @Schema(nullable = true) Optional<Instant> paidUntil,
        boolean providerUntold) {
    static RecurringPaymentJson of(MandateView mandate) {
        return new RecurringPaymentJson(
                mandate.state(),
                mandate.provider(),
                MoneyJson.of(mandate.amount()),
                mandate.period().toDays(),
                mandate.paidUntil().filter(_ -> mandate.isRunning()),
                mandate.paidUntil(),
                mandate.untold());
    }
}
