package io.cybervpn.domain.payment;

import io.cybervpn.domain.identity.AccountId;
import java.util.Optional;
import java.util.UUID;

/** What staff decide on money that fits no payment. */
public sealed interface Resolution {
    /** It is a customer's. */
    record Credit(AccountId customer) implements Resolution {}

    /** It pays this order of this customer, as far as it is needed; the rest is his wallet's. */
    record PayOrder(UUID order, AccountId buyer) implements Resolution {}

    /** It went back to the payer by hand, past us. */
    record SentBack() implements Resolution {}

    /** The shop keeps it. */
    record Kept() implements Resolution {}

    /** Its name for clients and rows. */
    default String code() {
        return switch (this) {
            case Credit _ -> "credit";
            case PayOrder _ -> "pay_order";
            case SentBack _ -> "sent_back";
            case Kept _ -> "kept";
        };
    }

    /** Whom or what it is for. */
    default Optional<UUID> target() {
        return switch (this) {
            case Credit(var customer) -> Optional.of(customer.value());
            case PayOrder(var order, _) -> Optional.of(order);
            case SentBack _, Kept _ -> Optional.empty();
        };
    }
}
