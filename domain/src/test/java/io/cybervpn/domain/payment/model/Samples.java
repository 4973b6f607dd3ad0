package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payments in every state. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    static final Money PRICE = new Money(19_900, Asset.RUB);
    static final Invoice INVOICE =
            new Invoice("528890", URI.create("https://t.me/CryptoBot?start=IV1"), Optional.empty());
    static final PaymentRequest REQUEST =
            new PaymentRequest(
                    new PaymentId(new UUID(0, 1)),
                    new UUID(0, 2),
                    new AccountId(new UUID(0, 3)),
                    "cryptobot",
                    PRICE,
                    "CyberVPN Pro, 30 days",
                    30,
                    NOW,
                    NOW.plus(Duration.ofHours(1)));

    private Samples() {}

    static Receipt receipt(String reference, Money money) {
        return new Receipt(reference, new Received.Exact(money), NOW.plusSeconds(60));
    }

    static Receipt asAsked() {
        return receipt(INVOICE.reference(), PRICE);
    }

    /** Every state that holds no money. */
    static List<Payment> unpaid() {
        return List.of(
                new Payment.Created(REQUEST),
                new Payment.Unknown(REQUEST),
                new Payment.Pending(REQUEST, INVOICE),
                new Payment.Expired(REQUEST, Optional.of(INVOICE.reference()), NOW),
                new Payment.Expired(REQUEST, Optional.empty(), NOW),
                new Payment.Failed(REQUEST, "AMOUNT_TOO_SMALL", NOW));
    }

    static Payment.Captured captured() {
        return new Payment.Captured(REQUEST, asAsked(), NOW);
    }

    static Payment.Flagged flagged() {
        return new Payment.Flagged(
                REQUEST, receipt(INVOICE.reference(), new Money(1, Asset.RUB)), "underpaid", NOW);
    }
}
