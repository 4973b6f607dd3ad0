package io.cybervpn.application.payment;

import io.cybervpn.domain.shared.Money;
import java.util.Optional;

/**
 * A payment as staff see it.
 *
 * @param reference the provider's id of the invoice
 * @param received what came; empty too where it cannot be counted
 * @param reason why it is flagged or failed
 */
public record PaymentRecord(
        PaymentView payment,
        Optional<String> reference,
        Optional<Money> received,
        Optional<String> reason) {}
