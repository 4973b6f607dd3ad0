package io.cybervpn.infrastructure.payment.yookassa;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.payment.ReceiptBook;
import io.cybervpn.infrastructure.payment.ReceiptBook.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The receipts that travel with payments and refunds, if staff want them. Who has no e-mail address
 * gets his at the shop's contact; without that too nothing travels along, the payment is made all
 * the same, and staff are called for its receipt.
 */
@Singleton
class ReceiptsAlong {
    private final YooKassaSettings settings;
    private final ReceiptBook book;

    @Inject
    ReceiptsAlong(YooKassaSettings settings, ReceiptBook book) {
        this.settings = settings;
        this.book = book;
    }

    /** Of a payment; that it has one is noted before anybody is asked. */
    Uni<Optional<ReceiptJson>> payment(PaymentId payment, Money money, String sold) {
        return settings.receiptRules().on() && money.asset().equals(Asset.RUB)
                ? book.entry(payment)
                        .map(entry -> receipt(entry.flatMap(Entry::email), money, sold))
                        .call(receipt -> note(payment, receipt))
                : none();
    }

    private Uni<Void> note(PaymentId payment, Optional<ReceiptJson> receipt) {
        return receipt.isPresent()
                ? book.carry(payment, YooKassaGateway.PROVIDER)
                : Uni.createFrom().voidItem();
    }

    /** Of a refund, if the receipts of its payment are YooKassa's. */
    Uni<Optional<ReceiptJson>> refund(PaymentId payment, Money money) {
        return money.asset().equals(Asset.RUB)
                ? book.entry(payment)
                        .map(
                                entry ->
                                        entry.filter(ReceiptsAlong::isOurs)
                                                .flatMap(one -> receipt(one, money)))
                : none();
    }

    private static boolean isOurs(Entry entry) {
        return entry.registrar().filter(YooKassaGateway.PROVIDER::equals).isPresent();
    }

    private Optional<ReceiptJson> receipt(Entry entry, Money money) {
        return receipt(entry.email(), money, entry.sold());
    }

    private Optional<ReceiptJson> receipt(Optional<String> email, Money money, String sold) {
        ReceiptRules rules = settings.receiptRules();
        return email.or(rules::contact).map(contact -> ReceiptJson.of(contact, money, sold, rules));
    }

    private static Uni<Optional<ReceiptJson>> none() {
        return Uni.createFrom().item(Optional.empty());
    }
}
