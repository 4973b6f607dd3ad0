package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.payment.PaymentId;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to get paid through one provider. States only move forward: money that came is never
 * forgotten, and nothing that happens later takes it back.
 */
public sealed interface Payment {
    /** What is asked for. */
    PaymentRequest request();

    /** Not paid as far as we know, and not given up. */
    sealed interface Open extends Payment {}

    /** Stored; whether the provider was called is not known if this is found after a crash. */
    record Created(PaymentRequest request) implements Open {}

    /** The provider was called and its answer was lost: an invoice may exist or not. */
    record Unknown(PaymentRequest request) implements Open {}

    /** The customer can pay. */
    record Pending(PaymentRequest request, Invoice invoice) implements Open {}

    /** Paid, as asked for or more; {@code at} is when we booked it. */
    record Captured(PaymentRequest request, Receipt receipt, Instant at) implements Payment {}

    /** Money came, but not as asked for: it is booked apart and nothing is granted. */
    record Flagged(PaymentRequest request, Receipt receipt, String reason, Instant at)
            implements Payment {}

    /**
     * Nobody paid in time, or the provider ended it unpaid before.
     *
     * @param reference of the invoice that was open, if there was one
     */
    record Expired(PaymentRequest request, Optional<String> reference, Instant at)
            implements Payment {}

    /** The provider refused to make an invoice. */
    record Failed(PaymentRequest request, String reason, Instant at) implements Payment {}

    /**
     * A payment by the payer's own wallet: it is paid as it is made, no provider has a part in it,
     * and its reference is its own.
     */
    static Captured byWallet(PaymentRequest request, Instant now) {
        Receipt.Received all = new Receipt.Received.Exact(request.amount());
        return new Captured(request, new Receipt(request.id().value().toString(), all, now), now);
    }

    /** Its identity. */
    default PaymentId id() {
        return request().id();
    }

    /** An invoice was made or found. Changes only a payment that waited for one. Repeatable. */
    default Payment invoiced(Invoice invoice) {
        return switch (this) {
            case Created(var request) -> new Pending(request, invoice);
            case Unknown(var request) -> new Pending(request, invoice);
            case Pending _, Captured _, Flagged _, Expired _, Failed _ -> this;
        };
    }

    /** The provider's answer was lost. Changes only a payment that waited for it. Repeatable. */
    default Payment answerLost() {
        return switch (this) {
            case Created(var request) -> new Unknown(request);
            case Unknown _, Pending _, Captured _, Flagged _, Expired _, Failed _ -> this;
        };
    }

    /** The provider will not make an invoice. Changes only a payment that waited for one. */
    default Payment refused(String reason, Instant now) {
        return switch (this) {
            case Created(var request) -> new Failed(request, reason, now);
            case Unknown(var request) -> new Failed(request, reason, now);
            case Pending _, Captured _, Flagged _, Expired _, Failed _ -> this;
        };
    }

    /** Gives up waiting, once the provider said that nobody can pay any more. Repeatable. */
    default Expiry expire(Instant now) {
        return switch (this) {
            case Created(var request) -> expired(request, Optional.empty(), now);
            case Unknown(var request) -> expired(request, Optional.empty(), now);
            case Pending(var request, var invoice) ->
                    expired(request, Optional.of(invoice.reference()), now);
            case Captured _, Flagged _, Expired _, Failed _ -> new Expiry.NotOpen();
        };
    }

    /**
     * Judges money that came: its asset and amount against what was asked for, its reference
     * against what came before. The local expiry does not matter, money does. Pure.
     */
    default Reception receive(Receipt receipt, Instant now) {
        return switch (this) {
            case Captured captured -> Reception.again(captured, captured.receipt(), receipt, now);
            case Flagged flagged -> Reception.again(flagged, flagged.receipt(), receipt, now);
            case Created _, Unknown _, Pending _, Expired _, Failed _ ->
                    Reception.first(request(), receipt, now);
        };
    }

    private static Expiry expired(PaymentRequest request, Optional<String> reference, Instant now) {
        return new Expiry.Done(
                new Expired(request, reference, now),
                new PaymentExpired(request.id(), request.subject(), now));
    }

    /** Whether a payment was given up. */
    sealed interface Expiry {
        /** It was. */
        record Done(Expired payment, PaymentExpired event) implements Expiry {}

        /** It is paid, refused or given up already. */
        record NotOpen() implements Expiry {}
    }
}
