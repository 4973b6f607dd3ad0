package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Keeps that something was paid by the payer's own wallet, in the unit of work of whoever took the
 * money there, so that it is among the payments of his like any other. Books nothing and tells
 * nobody. Not repeatable: each call is one more payment.
 */
@Singleton
public final class RecordWalletPayment {
    /** The name that such payments have where others have that of a provider. */
    public static final String PROVIDER = "wallet";

    /** It is paid as it is made; its row wants an end all the same. */
    private static final Duration FORM = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final Ids ids;
    private final Clock clock;

    @Inject
    RecordWalletPayment(UnitOfWork unitOfWork, Payments payments, Ids ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was paid.
     *
     * @param subject what was paid for, such as an order
     * @param amount more than zero
     * @param description shown to the payer, 1 to 1024 characters
     * @param subscriptionDays length of what was bought, 0 if it has none
     */
    public record Command(
            UUID subject,
            AccountId payer,
            Money amount,
            String description,
            int subscriptionDays) {}

    /** Keeps it. */
    public Uni<PaymentView> execute(Command command) {
        return unitOfWork.run(() -> store(command, clock.instant()));
    }

    private Uni<PaymentView> store(Command command, Instant now) {
        PaymentRequest request =
                new PaymentRequest(
                        new PaymentId(ids.next()),
                        command.subject(),
                        command.payer(),
                        PROVIDER,
                        command.amount(),
                        command.description(),
                        command.subscriptionDays(),
                        now,
                        now.plus(FORM));
        Payment.Captured paid = Payment.byWallet(request, now);
        return payments.add(new Payment.Created(request), request.expiresAt())
                .chain(() -> payments.save(paid))
                .replaceWith(() -> PaymentView.of(paid));
    }
}
