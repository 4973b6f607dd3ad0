package io.cybervpn.application.payment;

import io.cybervpn.application.identity.ViewIdentities;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Says to a provider that asks first whether it may take the money: only the right amount, for a
 * payment that waits for it, from its payer. Changes nothing, and promises nothing: money that
 * comes is judged when it comes.
 */
@Singleton
public final class ApproveCharge {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final ViewIdentities viewIdentities;
    private final Clock clock;

    @Inject
    ApproveCharge(
            UnitOfWork unitOfWork, Payments payments, ViewIdentities viewIdentities, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.viewIdentities = viewIdentities;
        this.clock = clock;
    }

    /**
     * Who is about to pay.
     *
     * @param identityProvider where he is known, such as {@code telegram}
     * @param subject his id there
     */
    public record Payer(String identityProvider, String subject) {}

    /** What a provider is about to take for a payment. */
    public record Query(PaymentId payment, String provider, Money amount, Payer payer) {}

    /** The answer. */
    public sealed interface Result {
        /** Take it. */
        record Approved() implements Result {}

        /** Do not. */
        record Refused(Reason reason) implements Result {}
    }

    /** Why not. */
    public enum Reason {
        /** We never asked this provider for it. */
        NO_SUCH_PAYMENT,
        /** It was paid, refused or given up. */
        NOT_WAITING,
        /** Its time is over. */
        TOO_LATE,
        /** It is over another amount or currency. */
        OTHER_AMOUNT,
        /** Its payer is known there, as somebody else. */
        OTHER_PAYER
    }

    /** Answers. */
    public Uni<Result> execute(Query query) {
        return unitOfWork
                .run(() -> payments.find(query.payment()))
                .chain(found -> judge(query, found));
    }

    private Uni<Result> judge(Query query, Optional<Payment> found) {
        return found.filter(it -> it.request().provider().equals(query.provider()))
                .map(payment -> judge(query, payment))
                .orElseGet(() -> refused(Reason.NO_SUCH_PAYMENT));
    }

    private Uni<Result> judge(Query query, Payment payment) {
        PaymentRequest request = payment.request();
        if (!(payment instanceof Payment.Open) || request.payerGone()) {
            return refused(Reason.NOT_WAITING);
        }
        if (clock.instant().isAfter(request.expiresAt())) {
            return refused(Reason.TOO_LATE);
        }
        return request.amount().equals(query.amount())
                ? judgePayer(request, query.payer())
                : refused(Reason.OTHER_AMOUNT);
    }

    /** Somebody who is not known there may let anybody pay for him. */
    private Uni<Result> judgePayer(PaymentRequest request, Payer payer) {
        return viewIdentities
                .execute(request.payer())
                .map(
                        own ->
                                own.stream()
                                        .filter(
                                                it ->
                                                        it.provider()
                                                                .equals(payer.identityProvider()))
                                        .allMatch(it -> it.subject().equals(payer.subject())))
                .map(his -> his ? new Result.Approved() : new Result.Refused(Reason.OTHER_PAYER));
    }

    private static Uni<Result> refused(Reason reason) {
        return Uni.createFrom().item(new Result.Refused(reason));
    }
}
