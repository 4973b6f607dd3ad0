package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundId;
import java.time.Instant;
import java.util.Optional;

/**
 * Money on its way back. It is booked when we promise it, so that nobody spends it meanwhile, and
 * booked back if it does not arrive. A failed one stays failed: who wants it again asks again.
 */
public sealed interface Refund {
    /** What is to go back. */
    RefundRequest request();

    /** A provider told of it and we have not booked it: its payment is not settled here yet. */
    record Reported(RefundRequest request, String reference) implements Refund {}

    /** Promised and on its way. */
    sealed interface Underway extends Refund {
        /** Where it is taken from. */
        Funding funding();
    }

    /** Booked; whether the provider was called is not known if this is found after a crash. */
    record Requested(RefundRequest request, Funding funding) implements Underway {}

    /** The provider was called and its answer was lost. */
    record Unknown(RefundRequest request, Funding funding) implements Underway {}

    /** The provider works on it; {@code reference} is its id of it. */
    record Sent(RefundRequest request, Funding funding, String reference) implements Underway {}

    /**
     * The money is back with the payer.
     *
     * @param reference the provider's id of it; empty where it went to the wallet
     */
    record Succeeded(RefundRequest request, Funding funding, Optional<String> reference, Instant at)
            implements Refund {}

    /**
     * It did not come true.
     *
     * @param funding where it had been taken from; empty if it was never booked
     */
    record Failed(
            RefundRequest request,
            Optional<Funding> funding,
            Optional<String> reference,
            String reason,
            Instant at)
            implements Refund {}

    /** Its identity. */
    default RefundId id() {
        return request().id();
    }

    /** The provider's id of it, if it is known. */
    default Optional<String> knownReference() {
        return switch (this) {
            case Requested _, Unknown _ -> Optional.empty();
            case Reported reported -> Optional.of(reported.reference());
            case Sent sent -> Optional.of(sent.reference());
            case Succeeded succeeded -> succeeded.reference();
            case Failed failed -> failed.reference();
        };
    }

    /** What it takes from its payment as things stand; empty if it takes nothing. */
    default Optional<Funding> standing() {
        return switch (this) {
            case Reported _, Failed _ -> Optional.empty();
            case Underway underway -> Optional.of(underway.funding());
            case Succeeded succeeded -> Optional.of(succeeded.funding());
        };
    }

    /** The provider's answer was lost. Changes only one that waited for it. */
    default Step answerLost() {
        return switch (this) {
            case Requested(var request, var funding) ->
                    new Step.Moved(new Unknown(request, funding));
            case Reported _, Unknown _, Sent _, Succeeded _, Failed _ -> new Step.Same(this);
        };
    }

    /** The provider has it and is not done. */
    default Step sent(String reference) {
        return switch (this) {
            case Requested(var request, var funding) ->
                    new Step.Moved(new Sent(request, funding, reference));
            case Unknown(var request, var funding) ->
                    new Step.Moved(new Sent(request, funding, reference));
            case Reported _, Sent _, Succeeded _, Failed _ -> new Step.Same(this);
        };
    }

    /** The money arrived. Repeatable. */
    default Step succeed(Payment payment, Optional<String> reference, Instant now) {
        return switch (this) {
            case Underway underway -> done(underway, payment, reference, now);
            case Succeeded succeeded ->
                    reference.isEmpty() || reference.equals(succeeded.reference())
                            ? new Step.Same(this)
                            : new Step.AnotherOne(reference.get());
            case Failed failed ->
                    failed.funding().isEmpty()
                            ? new Step.Same(this)
                            : new Step.Contradiction("it failed before: " + failed.reason());
            case Reported _ -> new Step.Same(this);
        };
    }

    /** It will not arrive, or went back after it had arrived. Repeatable. */
    default Step fail(Payment payment, String reason, Instant now) {
        return switch (this) {
            case Failed _ -> new Step.Same(this);
            case Reported(var request, var reference) ->
                    new Step.Moved(
                            new Failed(
                                    request,
                                    Optional.empty(),
                                    Optional.of(reference),
                                    reason,
                                    now));
            case Underway underway ->
                    new Step.Undone(failed(underway.funding(), reason, now), Optional.empty());
            case Succeeded(_, var funding, _, _) ->
                    new Step.Undone(
                            failed(funding, reason, now),
                            Optional.of(undone(payment, funding, now)));
        };
    }

    private static Step done(
            Underway underway, Payment payment, Optional<String> reference, Instant now) {
        Succeeded done = new Succeeded(underway.request(), underway.funding(), reference, now);
        return new Step.Done(done, event(done, payment, now));
    }

    private Failed failed(Funding funding, String reason, Instant now) {
        return new Failed(request(), Optional.of(funding), knownReference(), reason, now);
    }

    private static PaymentRefunded event(Succeeded refund, Payment payment, Instant now) {
        PaymentRequest paid = payment.request();
        return new PaymentRefunded(
                refund.id(),
                paid.id(),
                paid.subject(),
                paid.payer(),
                paid.provider(),
                refund.request().cause(),
                refund.request().amount(),
                refund.funding().sale(),
                refund.funding().saleTotal(),
                now);
    }

    private PaymentRefundUndone undone(Payment payment, Funding funding, Instant now) {
        PaymentRequest paid = payment.request();
        return new PaymentRefundUndone(
                id(),
                paid.id(),
                paid.subject(),
                paid.payer(),
                paid.provider(),
                request().cause(),
                request().amount(),
                funding.sale(),
                funding.saleTotal(),
                now);
    }

    /** What a word about a refund does. */
    sealed interface Step {
        /** Nothing: it was known. */
        record Same(Refund refund) implements Step {}

        /** A new state that moves no money. */
        record Moved(Refund refund) implements Step {}

        /** It arrived. */
        record Done(Succeeded refund, PaymentRefunded event) implements Step {}

        /** Its booking is to be booked back; others are told if they had been told of it. */
        record Undone(Failed refund, Optional<PaymentRefundUndone> event) implements Step {}

        /** The word is about another refund of the same payment, by this reference. */
        record AnotherOne(String reference) implements Step {}

        /** The word contradicts what was booked: staff must look. */
        record Contradiction(String reason) implements Step {}
    }
}
