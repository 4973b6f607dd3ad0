package io.cybervpn.application.invoicing;

import io.cybervpn.application.billing.BillingSettings;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.invoicing.port.BuyerContacts.Contact;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.payment.PaymentDesk;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Staff who write invoices, and a customer who pays them, over memory. */
final class InvoicingWorld {
    static final Duration LIFETIME = Duration.ofHours(1);

    final AccountId customer = new AccountId(UUID.randomUUID());
    final Actor.Staff clerk =
            new Actor.Staff(
                    new AccountId(UUID.randomUUID()),
                    Set.of(Permission.INVOICES_READ, Permission.INVOICES_WRITE));
    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final MovableClock clock = new MovableClock();
    final FixedIds ids = new FixedIds();
    final InMemoryLedger ledger = new InMemoryLedger(unitOfWork);
    final InMemoryInvoices invoices = new InMemoryInvoices(unitOfWork);
    final InMemoryDocumentNumbers numbers = new InMemoryDocumentNumbers(unitOfWork);
    final InMemoryTaxRates rates = new InMemoryTaxRates(unitOfWork);
    final InMemoryParties parties = new InMemoryParties(unitOfWork);
    final InMemoryEndings endings = new InMemoryEndings(unitOfWork);
    final PaymentDesk payment = new PaymentDesk(unitOfWork, ids, clock);
    final List<AuditTrail.Entry> audited = new ArrayList<>();

    final Buyers buyers =
            new Buyers(
                    new HoldOwner(endings),
                    _ -> Uni.createFrom().item(new Contact("Ann", "ann@b.example", "en", true)),
                    parties);
    final Finalising finalising =
            new Finalising(invoices, numbers, rates, parties, ledger.postTransaction(ids, clock));
    final InvoiceDesk desk =
            new InvoiceDesk(
                    unitOfWork,
                    invoices,
                    buyers,
                    entry -> Uni.createFrom().voidItem().invoke(() -> audited.add(entry)),
                    clock);
    final InvoiceTill till =
            new InvoiceTill(
                    ledger.spendFromWallet(ids, clock),
                    ledger.settleFromWallet(ids, clock),
                    ledger.releaseSetAside(ids, clock),
                    payment.recordWalletPayment(),
                    finalising);
    final InvoiceShare share =
            new InvoiceShare(unitOfWork, invoices, ledger.setAside(ids, clock), till, clock);
    final InvoiceCheckout checkout =
            new InvoiceCheckout(
                    payment.views(), payment.startPayment(), new BillingSettings(LIFETIME), clock);
    final ViewInvoice view =
            new ViewInvoice(unitOfWork, invoices, new InMemoryCreditNotes(unitOfWork));
    final WriteInvoice write = new WriteInvoice(unitOfWork, buyers, invoices, desk, ids);
    final EditInvoice edit = new EditInvoice(desk, invoices);
    final FinaliseInvoice finalise = new FinaliseInvoice(desk, finalising);
    final CloseInvoice close = new CloseInvoice(desk, invoices, till);
    final PayInvoice pay =
            new PayInvoice(
                    payment.findPaymentMethod(), payment.findLeastCharge(), share, checkout, view);
    final SettleInvoiceOnPaymentCaptured settle =
            new SettleInvoiceOnPaymentCaptured(unitOfWork, invoices, till);
    final ReleaseInvoiceShareOnPaymentExpired release =
            new ReleaseInvoiceShareOnPaymentExpired(share);

    final InMemoryPayLinks links = new InMemoryPayLinks(unitOfWork, invoices);
    final PayLinkDesk linkDesk =
            new PayLinkDesk(
                    unitOfWork,
                    invoices,
                    entry -> Uni.createFrom().voidItem().invoke(() -> audited.add(entry)));
    final MakePayLink makeLink =
            new MakePayLink(linkDesk, links, () -> "token-" + UUID.randomUUID(), ids, clock);
    final ManagePayLinks manageLinks = new ManagePayLinks(linkDesk, links, clock);
    final OpenPayLink openLink = new OpenPayLink(unitOfWork, links, invoices, clock);
    final PayByLink payByLink = new PayByLink(openLink, payment.findPaymentMethod(), checkout);

    static InvoiceLine line(LineType type, long units) {
        return InvoiceLine.untaxed(type, Map.of("en", "Help"), 1, new Money(units, Asset.RUB));
    }

    static InvoiceText text(InvoiceLine... lines) {
        return new InvoiceText(List.of(lines), "Thanks", 14);
    }

    WriteInvoice.Result tryToWrite(Actor actor, InvoiceText text, String key) {
        return write.execute(new WriteInvoice.Command(actor, customer, Asset.RUB, text, key))
                .await()
                .indefinitely();
    }

    /** A draft over so much. */
    InvoiceId draft(long units) {
        WriteInvoice.Result written =
                tryToWrite(clerk, text(line(LineType.FEE, units)), UUID.randomUUID().toString());
        return ((WriteInvoice.Result.Written) written).draft().id();
    }

    FinaliseInvoice.Result tryToFinalise(InvoiceId id) {
        return finalise.execute(new FinaliseInvoice.Command(clerk, id, Optional.empty()))
                .await()
                .indefinitely();
    }

    /** An open invoice over so much. */
    InvoiceId open(long units) {
        InvoiceId id = draft(units);
        return ((FinaliseInvoice.Result.Finalised) tryToFinalise(id)).invoice().id();
    }

    CloseInvoice.Result close(InvoiceId id, CloseInvoice.Way way) {
        return close.execute(new CloseInvoice.Command(clerk, id, way, "he moved"))
                .await()
                .indefinitely();
    }

    PayInvoice.Result pay(InvoiceId id, String method, boolean useWallet) {
        return pay.execute(
                        new PayInvoice.Command(new Actor.Customer(customer), id, method, useWallet))
                .await()
                .indefinitely();
    }

    PaymentView begun(InvoiceId id, boolean useWallet) {
        return ((PayInvoice.Result.Begun) pay(id, "fake", useWallet)).payment();
    }

    Invoice invoice(InvoiceId id) {
        return invoices.find(id).await().indefinitely().orElseThrow();
    }

    /** Puts money into the customer's wallet. */
    void fill(long units, String key) {
        Money money = new Money(units, Asset.RUB);
        post(
                key,
                Posting.debit(new LedgerAccount.ProviderClearing("fake"), money),
                Posting.credit(new LedgerAccount.CustomerWallet(customer), money));
    }

    /** Takes paid money out of it again. */
    void drain(long units) {
        Money money = new Money(units, Asset.RUB);
        post(
                "drained " + UUID.randomUUID(),
                Posting.debit(new LedgerAccount.CustomerWallet(customer), money),
                Posting.credit(new LedgerAccount.Adjustments(), money));
    }

    private void post(String key, Posting... lines) {
        ledger.postTransaction(ids, clock)
                .execute(
                        new PostTransaction.Command(
                                key, LedgerTransaction.Kind.PAYMENT_CAPTURED, List.of(lines)))
                .await()
                .indefinitely();
    }

    /** Gives him something to spend, for ever. */
    void give(long units) {
        Money amount = new Money(units, Asset.RUB);
        GrantId grant = new GrantId(ids.next());
        unitOfWork
                .run(
                        () ->
                                ledger.wallets()
                                        .add(
                                                customer,
                                                new Grant(grant, amount, Optional.empty()),
                                                clock.instant()))
                .await()
                .indefinitely();
        ledger.postTransaction(ids, clock)
                .execute(
                        new PostTransaction.Command(
                                WalletBookings.grantedKey(grant),
                                LedgerTransaction.Kind.WALLET_GRANTED,
                                WalletBookings.granted(customer, amount)))
                .await()
                .indefinitely();
    }

    /** Money of a payment comes. */
    PaymentCaptured captured(InvoiceId subject, long units) {
        PaymentId id = new PaymentId(ids.next());
        fill(units, "payment-captured:" + id.value());
        return new PaymentCaptured(
                id,
                subject.value(),
                customer,
                "fake",
                new Money(units, Asset.RUB),
                clock.instant(),
                clock.instant());
    }

    void handle(PaymentCaptured event) {
        settle.handle(event).await().indefinitely();
    }

    long balance(LedgerAccount account) {
        return ledger.balanceOf(account, Asset.RUB);
    }

    long inWallet() {
        return -balance(new LedgerAccount.CustomerWallet(customer));
    }

    long granted() {
        return -balance(new LedgerAccount.CustomerGrant(customer));
    }

    long held() {
        return -balance(new LedgerAccount.CustomerHold(customer));
    }

    long revenue() {
        return -balance(new LedgerAccount.Revenue());
    }

    /** A fifth on top of the price, or in it. */
    void twentyPercent(boolean inclusive) {
        parties.saveSeller(new Party("We", "", "", "", "RU")).await().indefinitely();
        rates.save(
                        new TaxRate(
                                new TaxRateId(UUID.randomUUID()),
                                "RU",
                                "vat",
                                "VAT",
                                2_000,
                                inclusive,
                                LocalDate.parse("2026-01-01"),
                                Optional.empty()))
                .await()
                .indefinitely();
    }
}
