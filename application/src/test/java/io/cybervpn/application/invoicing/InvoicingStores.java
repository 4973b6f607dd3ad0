package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.AppliedTax;
import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Issue;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.invoicing.repository.CreditNotes;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.cybervpn.domain.invoicing.repository.TaxRates;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Invoices for tests of stores, and where they are kept. Others may use the same stores meanwhile.
 */
public abstract class InvoicingStores {
    /** A year in which nobody else numbers anything. */
    static final Instant NOW = Instant.parse("2001-01-31T12:00:00Z");

    static final Party SELLER = new Party("CyberVPN", "a@b.example", "Street\n1", "7", "DE");
    static final Party BUYER = new Party("Иван \"И\"", "i@b.example", "", "", "RU");
    static final Set<InvoiceStatus> ALL = Set.of(InvoiceStatus.values());

    final AccountId account = new AccountId(UUID.randomUUID());

    /** The stores under test, all over one unit of work. */
    public record Stores(
            UnitOfWork unitOfWork,
            Invoices invoices,
            CreditNotes notes,
            DocumentNumbers numbers,
            TaxRates rates,
            Parties parties,
            PayLinks links) {}

    /** The same ones all the time. */
    protected abstract Stores stores();

    /** Whose all invoices of the test are. */
    protected final AccountId account() {
        return account;
    }

    Invoices invoices() {
        return stores().invoices();
    }

    DocumentNumbers numbers() {
        return stores().numbers();
    }

    <T> T run(Supplier<Uni<T>> work) {
        return stores().unitOfWork().run(work).await().indefinitely();
    }

    InvoiceDetails details(Origin origin) {
        InvoiceLine plan =
                new InvoiceLine(
                        LineType.PLAN,
                        Map.of("en", "Pro", "ru", "Про"),
                        2,
                        new Money(10_000, Asset.RUB),
                        List.of(new AppliedTax("vat", "НДС", 2_000, true, 3_333)));
        InvoiceLine discount =
                new InvoiceLine(
                        LineType.DISCOUNT,
                        Map.of("en", "Less"),
                        1,
                        new Money(500, Asset.RUB),
                        List.of(new AppliedTax("vat", "НДС", 2_000, true, -83)));
        return new InvoiceDetails(
                new InvoiceId(UUID.randomUUID()),
                account,
                origin,
                Asset.RUB,
                BUYER,
                List.of(plan, discount),
                "Thanks",
                NOW,
                0);
    }

    static Origin ofOrder() {
        return new Origin.OfOrder(new OrderId(UUID.randomUUID()));
    }

    Invoice.Draft stored() {
        return stored(ofOrder());
    }

    Invoice.Draft stored(Origin origin) {
        Invoice.Draft draft = new Invoice.Draft(details(origin));
        assertThat(run(() -> invoices().add(draft))).isTrue();
        return draft;
    }

    Invoice.Open opened() {
        Invoice.Draft draft = new Invoice.Draft(details(ofOrder()));
        return run(
                () ->
                        invoices()
                                .add(draft)
                                .chain(() -> numbers().next(DocumentKind.INVOICE, NOW))
                                .map(number -> open(draft, number))
                                .call(invoices()::save));
    }

    static Invoice.Open open(Invoice.Draft draft, DocumentNumber number) {
        return draft.finalise(
                draft.details().lines(), new Issue(number, SELLER, NOW, NOW.plusSeconds(60)));
    }

    Invoices.Filter his(Set<InvoiceStatus> statuses) {
        return new Invoices.Filter(
                Optional.of(account),
                statuses,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    void assertKept(Invoice next) {
        run(() -> invoices().save(next));
        assertThat(run(() -> invoices().find(next.id()))).contains(next);
    }
}
