package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.fiscal.FiscalReceiptGivenUp;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.ReturnUnmatched;
import io.cybervpn.domain.shared.Money;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What payers hear of their money, and staff of all of it. */
final class PaymentTellings {
    private static final Address STAFF = new Address.Staff(StaffTopic.PAYMENTS);
    private static final String PAYMENT = "paymentId";

    private PaymentTellings() {}

    /** Money that came or went: of which payment, of whom, by whom, how much. */
    private record Moved(
            String type, UUID payment, AccountId payer, String provider, Money amount, Instant at) {
        /** Both hear of it under one type; whose it is and how it came only staff need. */
        List<News> toBoth(UUID what) {
            Map<String, Datum> own = Map.of(PAYMENT, Datum.of(payment), "amount", Datum.of(amount));
            Map<String, Datum> all = new HashMap<>(own);
            all.put("accountId", Datum.of(payer.value()));
            all.put("provider", Datum.of(provider));
            return List.of(
                    News.of(new Address.Person(payer), type, what, at, own),
                    News.of(STAFF, type, what, at, all));
        }
    }

    @Singleton
    static final class Captured extends Telling<PaymentCaptured> {
        @Inject
        Captured(Publisher publisher) {
            super(publisher, PaymentCaptured.class, "live.payment-captured");
        }

        @Override
        List<News> newsOf(PaymentCaptured event) {
            UUID payment = event.payment().value();
            return new Moved(
                            "payment.received",
                            payment,
                            event.payer(),
                            event.provider(),
                            event.received(),
                            event.at())
                    .toBoth(payment);
        }
    }

    @Singleton
    static final class Refunded extends Telling<PaymentRefunded> {
        @Inject
        Refunded(Publisher publisher) {
            super(publisher, PaymentRefunded.class, "live.payment-refunded");
        }

        @Override
        List<News> newsOf(PaymentRefunded event) {
            return new Moved(
                            "payment.refunded",
                            event.payment().value(),
                            event.payer(),
                            event.provider(),
                            event.amount(),
                            event.at())
                    .toBoth(event.refund().value());
        }
    }

    @Singleton
    static final class RefundUndone extends Telling<PaymentRefundUndone> {
        @Inject
        RefundUndone(Publisher publisher) {
            super(publisher, PaymentRefundUndone.class, "live.payment-refund-undone");
        }

        @Override
        List<News> newsOf(PaymentRefundUndone event) {
            return new Moved(
                            "payment.refund_undone",
                            event.payment().value(),
                            event.payer(),
                            event.provider(),
                            event.amount(),
                            event.at())
                    .toBoth(event.refund().value());
        }
    }

    @Singleton
    static final class Flagged extends Telling<PaymentFlagged> {
        @Inject
        Flagged(Publisher publisher) {
            super(publisher, PaymentFlagged.class, "live.payment-flagged");
        }

        @Override
        List<News> newsOf(PaymentFlagged event) {
            return toStaff("payment.flagged", event.payment().value(), event.at());
        }
    }

    @Singleton
    static final class Expired extends Telling<PaymentExpired> {
        @Inject
        Expired(Publisher publisher) {
            super(publisher, PaymentExpired.class, "live.payment-expired");
        }

        @Override
        List<News> newsOf(PaymentExpired event) {
            return toStaff("payment.expired", event.payment().value(), event.at());
        }
    }

    @Singleton
    static final class Unmatched extends Telling<ReturnUnmatched> {
        @Inject
        Unmatched(Publisher publisher) {
            super(publisher, ReturnUnmatched.class, "live.return-unmatched");
        }

        /** What a provider calls its refund is told by the API alone. */
        @Override
        List<News> newsOf(ReturnUnmatched event) {
            String about = event.provider() + ' ' + event.about();
            return List.of(
                    News.of(
                            STAFF,
                            "payment.return_unmatched",
                            UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)),
                            event.at(),
                            Map.of("provider", Datum.of(event.provider()))));
        }
    }

    @Singleton
    static final class ReceiptGivenUp extends Telling<FiscalReceiptGivenUp> {
        @Inject
        ReceiptGivenUp(Publisher publisher) {
            super(publisher, FiscalReceiptGivenUp.class, "live.receipt-given-up");
        }

        @Override
        List<News> newsOf(FiscalReceiptGivenUp event) {
            return List.of(
                    News.of(
                            STAFF,
                            "receipt.given_up",
                            event.receipt().value(),
                            event.at(),
                            Map.of(
                                    "receiptId",
                                    Datum.of(event.receipt().value()),
                                    PAYMENT,
                                    Datum.of(event.payment().value()))));
        }
    }

    private static List<News> toStaff(String type, UUID payment, Instant at) {
        return List.of(News.of(STAFF, type, payment, at, Map.of(PAYMENT, Datum.of(payment))));
    }
}
