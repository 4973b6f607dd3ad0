package io.cybervpn.infrastructure.payment.smtp;

import io.cybervpn.application.payment.port.PaymentMails;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpPaymentMails implements PaymentMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TO_WALLET = "payment_refunded_to_wallet";
    private static final String BY_PROVIDER = "payment_refunded";

    private final ReactiveMailer mailer;
    private final MailTexts texts = new MailTexts(List.of(TO_WALLET, BY_PROVIDER));

    @Inject
    SmtpPaymentMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> refunded(Reader reader, Money amount, boolean toWallet) {
        MailTexts.Letter letter =
                texts.letter(toWallet ? TO_WALLET : BY_PROVIDER, reader.locale())
                        .with(Map.of("amount", amount.toDecimal() + " " + amount.asset().code()));
        Mail mail =
                Mail.withText(reader.email(), letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }
}
