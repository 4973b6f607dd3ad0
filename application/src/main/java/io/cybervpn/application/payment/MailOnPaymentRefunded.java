package io.cybervpn.application.payment;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.payment.port.PaymentMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.payment.repository.Refunds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tells a customer that his money came back, once for each refund. Who has no address here is not
 * written to, nor who took it himself by his bank. What was undone meanwhile, or could not be told
 * for two days, is not told any more.
 */
@Singleton
public final class MailOnPaymentRefunded implements EventHandler<PaymentRefunded> {
    private static final Duration FRESH = Duration.ofDays(2);

    private final UnitOfWork unitOfWork;
    private final Refunds refunds;
    private final FindMailbox findMailbox;
    private final PaymentMails mails;
    private final Clock clock;

    @Inject
    MailOnPaymentRefunded(
            UnitOfWork unitOfWork,
            Refunds refunds,
            FindMailbox findMailbox,
            PaymentMails mails,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.refunds = refunds;
        this.findMailbox = findMailbox;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<PaymentRefunded> event() {
        return PaymentRefunded.class;
    }

    @Override
    public String name() {
        return "payment.mail-on-refunded";
    }

    /** Whom to tell, and of which way. */
    private record Letter(FindMailbox.Result reader, boolean toWallet) {}

    @Override
    public Uni<Void> handle(PaymentRefunded event) {
        return event.cause() == RefundCause.DISPUTE
                        || clock.instant().isAfter(event.at().plus(FRESH))
                ? Uni.createFrom().voidItem()
                : unitOfWork.run(() -> letter(event)).chain(found -> send(found, event));
    }

    private Uni<Optional<Letter>> letter(PaymentRefunded event) {
        return refunds.ofPayment(event.payment())
                .map(all -> standing(all, event))
                .chain(
                        refund ->
                                findMailbox
                                        .execute(new FindMailbox.Query(event.payer()))
                                        .map(reader -> refund.map(one -> letter(reader, one))));
    }

    private static Optional<Refund> standing(List<Refund> all, PaymentRefunded event) {
        return all.stream()
                .filter(one -> one.id().equals(event.refund()))
                .filter(Refund.Succeeded.class::isInstance)
                .findFirst();
    }

    private static Letter letter(FindMailbox.Result reader, Refund refund) {
        return new Letter(reader, refund.request().to() == Destination.WALLET);
    }

    private Uni<Void> send(Optional<Letter> letter, PaymentRefunded event) {
        return letter.map(found -> send(found, event)).orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> send(Letter letter, PaymentRefunded event) {
        return switch (letter.reader()) {
            case FindMailbox.Result.None() -> Uni.createFrom().voidItem();
            case FindMailbox.Result.Found(var email, var locale) ->
                    mails.refunded(
                            new PaymentMails.Reader(email, locale),
                            event.amount(),
                            letter.toWallet());
        };
    }
}
